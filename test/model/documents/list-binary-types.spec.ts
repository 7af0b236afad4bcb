import {
  Body,
  Controller,
  Get,
  Header,
  Post,
  Put,
  StreamableFile,
  UploadedFile,
  UploadedFiles,
} from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import { AwsMock, AwsS3, fromPath } from 'nestjs-aws-gateway';
import { listBinaryTypes } from '../../../lib/model/documents/list-binary-types.js';
import type { AwsGatewayOptions } from '../../../lib/aws-gateway.options.js';
import { compileControllers } from '../../support/create-app.js';

const bucket = '${bucket}';
const key = fromPath('name');

@Controller('pictures')
class PicturesController {
  @Get(':name')
  @AwsS3({ action: 'GetObject', bucket, key })
  @ApiProduces('image/png', 'text/html', 'image/svg+xml')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  read(): void {}

  @Put(':name')
  @AwsS3({ action: 'PutObject', bucket, key, contentTypes: ['image/webp'] })
  @ApiConsumes('image/png')
  write(@Body() _picture: string): void {}
}

@Controller('icons')
class IconsController {
  @Put(':name')
  @AwsS3({ action: 'PutObject', bucket, key })
  @ApiConsumes('image/x-icon', 'application/json')
  write(@Body() _icon: string): void {}
}

@Controller('plain')
class PlainController {
  @Get()
  @AwsMock()
  @ApiProduces('image/png')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  read(): void {}
}

@Controller('files')
class FilesController {
  @Post()
  @ApiConsumes('Multipart/Form-Data; boundary=x', 'application/x-www-form-urlencoded', '*/*')
  upload(@Body() _file: string): void {}

  @Get('pdf')
  @ApiProduces('application/pdf', 'application/javascript', 'application/problem+json', 'text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  pdf(): void {}

  @Get('zip')
  @Header('content-type', 'application/zip')
  zip(): StreamableFile {
    return new StreamableFile(Buffer.alloc(0));
  }
}

/** Nest documents none of these types: no body or answer has a type of its own. */
@Controller('undocumented')
@ApiProduces('image/png')
@ApiConsumes('application/x-protobuf')
class UndocumentedController {
  @Get('pdf')
  @ApiProduces('application/pdf')
  pdf(): void {}

  @Get('png')
  png(): void {}

  @Get('xlsx')
  @Header('Content-Type', 'application/vnd.ms-excel; charset=binary')
  xlsx(): void {}

  @Get('csv')
  @ApiProduces('text/csv')
  csv(): void {}

  @Post('protobuf')
  protobuf(): void {}

  @Put(':name')
  @ApiConsumes('image/webp')
  @AwsS3({ action: 'PutObject', bucket, key })
  store(): void {}
}

@Controller('uploads')
class UploadsController {
  @Post('one')
  one(@UploadedFile() _file: unknown): void {}
}

@Controller('uploads')
class SeveralController {
  @Post('several')
  several(@UploadedFiles() _files: unknown[]): void {}
}

const binaryTypes = async (
  controllers: Parameters<typeof compileControllers>[0],
  options: AwsGatewayOptions = {},
): Promise<unknown> =>
  listBinaryTypes((await compileControllers(controllers, { credentials: '${role}', ...options })).model).map(
    ({ type, given }) => given ?? type,
  );

describe('listBinaryTypes', () => {
  it('is nothing where nobody speaks of one', async () => {
    expect(await binaryTypes([PlainController])).toEqual([]);
  });

  it('declares what routes store in S3 and read from it, but for text', async () => {
    expect(await binaryTypes([PicturesController, IconsController])).toEqual([
      'image/png',
      'image/webp',
      'image/x-icon',
    ]);
  });

  it('declares what proxies take and answer, but for text and what may be anything', async () => {
    const integration = { kind: 'lambda', functionArn: '${function_arn}' } as const;
    expect(await binaryTypes([FilesController], { integration })).toEqual([
      'application/pdf',
      'application/zip',
      'multipart/form-data',
    ]);
    expect(await binaryTypes([FilesController], { integration: { ...integration, mode: 'async' } })).toEqual(
      [],
    );
  });

  it('declares what only decorators name', async () => {
    const integration = { kind: 'http', baseUrl: 'https://example.com' } as const;
    expect(await binaryTypes([UndocumentedController], { integration })).toEqual([
      'application/pdf',
      'application/vnd.ms-excel',
      'application/x-protobuf',
      'image/png',
      'image/webp',
    ]);
    expect(await binaryTypes([UploadsController], { integration })).toEqual(['multipart/form-data']);
    expect(await binaryTypes([SeveralController], { integration })).toEqual(['multipart/form-data']);
  });

  it("adds to the module's own", async () => {
    expect(await binaryTypes([PicturesController], { binaryMediaTypes: ['image/png', '${more}/x'] })).toEqual(
      [{ '@deploy': ['image/png'] }, { '@deploy': [{ placeholder: 'more' }, '/x'] }, 'image/webp'],
    );
  });
});
