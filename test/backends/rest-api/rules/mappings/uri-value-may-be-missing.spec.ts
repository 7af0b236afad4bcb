import { Body, Controller, Delete, Get, Headers, Post, Put, Query } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  AwsIntegration,
  AwsS3,
  AwsService,
  AwsValidation,
  fromBody,
  fromHeader,
  fromPath,
  fromQuery,
  fromStage,
  text,
} from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

class PlaceDto {
  @ApiProperty() street!: string;
}

class ReportDto {
  @ApiProperty() day!: string;

  @ApiPropertyOptional() hour?: string;

  @ApiProperty({ nullable: true, type: String }) week!: string | null;

  @ApiProperty() place!: PlaceDto;
}

const bucket = 'reports';
const raw = { type: 'http_proxy', httpMethod: 'GET', uri: 'https://example.com/{day}' } as const;
const write = (path: ReturnType<typeof text>) =>
  AwsService({ service: 's3', path, method: 'PUT', body: fromBody() });

@Controller('silent')
class SilentController {
  @Get('path/:day')
  @AwsValidation('none')
  @AwsS3({ action: 'GetObject', bucket, key: text`${fromPath('day')}/${fromStage('kind')}` })
  path(): void {}

  @Get('query')
  @AwsS3({ action: 'GetObject', bucket, key: fromQuery('day') })
  query(@Query('day') _day: string): void {}

  @Delete('header')
  @AwsS3({ action: 'DeleteObject', bucket, key: fromHeader('X-Day') })
  header(@Headers('X-Day') _day: string): void {}

  @Put('body')
  @write(text`reports/${fromBody('$.day')}/${fromBody('$.place.street')}`)
  body(@Body() _report: ReportDto): void {}

  @Get('raw')
  @AwsIntegration({ ...raw, requestParameters: { 'integration.request.path.day': 'context.requestId' } })
  raw(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('query')
  @AwsValidation('none')
  @AwsS3({ action: 'GetObject', bucket, key: fromQuery('day') })
  query(@Query('day') _day: string): void {}

  @Put('object')
  @AwsS3({ action: 'PutObject', bucket, key: fromBody('$.day') })
  object(@Body() _report: ReportDto): void {}

  @Post('unchecked')
  @AwsValidation('params')
  @write(text`reports/${fromBody('$.day')}`)
  unchecked(@Body() _report: ReportDto): void {}

  @Post('optional')
  @write(text`reports/${fromBody('$.hour')}/${fromBody('$.week')}`)
  optional(@Body() _report: ReportDto): void {}

  @Get('raw')
  @AwsValidation('params')
  @AwsIntegration({
    ...raw,
    requestParameters: { 'integration.request.path.day': 'method.request.querystring.day' },
  })
  raw(@Query('day') _day?: string): void {}
}

class BaseController {
  @Get()
  read(@Query('day') _day: string): void {}
}

@Controller('class')
@AwsS3({ action: 'GetObject', bucket, key: fromQuery('day') })
@AwsValidation('body')
class ClassController extends BaseController {}

const options = { credentials: '${role}' };

testRule('uri-value-may-be-missing', [
  { name: 'is silent on what every request has', controllers: [SilentController], options, reports: [] },
  {
    name: 'knows the parameter or the member',
    controllers: [HandlerController],
    options,
    reports: [
      [
        'uri-value-may-be-missing error at HandlerController.object PUT /handler/object',
        'method.request.body.day',
        '{key0}',
      ],
      [
        'uri-value-may-be-missing error at HandlerController.optional POST /handler/optional',
        'method.request.body.hour',
      ],
      [
        'uri-value-may-be-missing error at HandlerController.optional POST /handler/optional',
        'method.request.body.week',
      ],
      [
        'uri-value-may-be-missing error at HandlerController.query GET /handler/query',
        'method.request.querystring.day',
        "@AwsValidation('params')",
      ],
      ['uri-value-may-be-missing error at HandlerController.raw GET /handler/raw', '{day}'],
      [
        'uri-value-may-be-missing error at HandlerController.unchecked POST /handler/unchecked',
        "@AwsValidation('body')",
      ],
    ],
  },
  {
    name: 'sees a decorator of the class',
    controllers: [ClassController],
    options,
    reports: [
      ['uri-value-may-be-missing error at ClassController.read GET /class', 'method.request.querystring.day'],
    ],
  },
]);
