import {
  Body,
  Controller,
  Get,
  Head,
  HttpCode,
  NotImplementedException,
  Param,
  Put,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBadGatewayResponse,
  ApiBody,
  ApiConsumes,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { AwsAuthorizer, AwsExclude, AwsIntegration, AwsS3, fromPath } from 'nestjs-aws-gateway';
import { people, services } from '../authorizers.js';
import { describeFileIntegration } from './describe-file.integration.js';
import { FileDto } from './file.dto.js';

const binary = { type: 'string', format: 'binary' };

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

  @Head('*path')
  @AwsIntegration(describeFileIntegration)
  @ApiOperation({ summary: 'What is known of a file' })
  @ApiParam({ name: 'path', description: 'Folders and name, with slashes' })
  @ApiOkResponse()
  @ApiNotFoundResponse({ description: 'There is no such file' })
  @ApiBadGatewayResponse({ description: 'The storage did not answer' })
  describe(@Param('path') _path: string[]): void {
    throw new NotImplementedException();
  }

  @Get('*path')
  @AwsS3({ action: 'GetObject', bucket: '${files_bucket}', key: fromPath('path') })
  @ApiOperation({ summary: 'A file, as it was stored' })
  @ApiParam({ name: 'path', description: 'Folders and name, with slashes' })
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: binary } } })
  @ApiNotFoundResponse({ description: 'There is no such file' })
  read(@Param('path') _path: string[]): StreamableFile {
    throw new NotImplementedException();
  }

  @Put('*path')
  @HttpCode(204)
  @AwsAuthorizer(services)
  @AwsS3({ action: 'PutObject', bucket: '${files_bucket}', key: fromPath('path') })
  @ApiOperation({ summary: 'Store a file', description: 'For other services of the account.' })
  @ApiParam({ name: 'path', description: 'Folders and name, with slashes' })
  @ApiConsumes('application/octet-stream', 'image/png')
  @ApiBody({ schema: binary })
  @ApiNoContentResponse()
  store(@Param('path') _path: string[], @Body() _file: unknown): void {
    throw new NotImplementedException();
  }
}
