import { Body, Controller, Get, Post, StreamableFile } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiProduces, ApiProperty } from '@nestjs/swagger';
import { AwsLambda, AwsMock } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

class FileDto {
  @ApiProperty({ type: 'string', format: 'binary' }) file!: unknown;
}

const pdf = new StreamableFile(Buffer.alloc(0));

@Controller('silent')
class SilentController {
  @Get('typed')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  typed(): StreamableFile {
    return pdf;
  }

  @Get('named')
  @ApiProduces('application/pdf')
  named(): StreamableFile {
    return pdf;
  }

  @Post()
  @ApiConsumes('multipart/form-data')
  upload(@Body() _file: FileDto): void {}

  @Get('mock')
  @AwsMock()
  mock(): StreamableFile {
    return pdf;
  }
}

@Controller('files')
class HandlerController {
  @Get()
  download(): StreamableFile {
    return pdf;
  }

  @Get('json')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  json(): void {}

  @Post()
  upload(@Body() _file: FileDto): void {}
}

class BaseController {
  @Get()
  download(): StreamableFile {
    return pdf;
  }
}

@Controller('one')
@AwsLambda('${one_arn}')
class OneController extends BaseController {}

testRule('binary-without-type', [
  {
    name: 'is silent where the type is documented, and where no proxy passes bytes',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'is silent where every body is binary',
    controllers: [HandlerController],
    options: { ...ANSWERED, binaryMediaTypes: ['*/*'] },
    reports: [],
  },
  {
    name: 'reports files, binary responses and binary members',
    controllers: [HandlerController],
    reports: [
      [
        'binary-without-type warning at HandlerController.download GET /files',
        'StreamableFile',
        'ApiProduces',
      ],
      ['binary-without-type warning at HandlerController.json GET /files/json', 'format: binary'],
      ['binary-without-type warning at HandlerController.upload POST /files', 'file', 'multipart/form-data'],
    ],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    reports: [['binary-without-type warning at OneController.download GET /one', 'StreamableFile']],
  },
]);
