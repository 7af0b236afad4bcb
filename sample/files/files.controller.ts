import { Controller, Get, NotImplementedException, Param, StreamableFile } from '@nestjs/common';
import {
  ApiBadGatewayResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { AwsAuthorizer, AwsExclude, AwsIntegration } from 'nestjs-aws-gateway';
import { people } from '../authorizers.js';
import { FileDto } from './file.dto.js';
import { readFileIntegration } from './read-file.integration.js';

@ApiTags('files')
@Controller('files')
@AwsAuthorizer(people)
export class FilesController {
  /** Served by the content delivery network, under the same host name. */
  @Get()
  @AwsExclude({ keepInPublic: true })
  @ApiOperation({ summary: 'All files' })
  @ApiOkResponse({ type: [FileDto] })
  list(): FileDto[] {
    throw new NotImplementedException();
  }

  @Get('*path')
  @AwsIntegration(readFileIntegration)
  @ApiOperation({ summary: 'A file, as it was stored' })
  @ApiParam({ name: 'path', description: 'Folders and name, with slashes' })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiNotFoundResponse({ description: 'There is no such file' })
  @ApiBadGatewayResponse({ description: 'The storage did not answer' })
  read(@Param('path') _path: string[]): StreamableFile {
    throw new NotImplementedException();
  }
}
