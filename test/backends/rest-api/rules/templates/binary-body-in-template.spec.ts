import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiConsumes, ApiProperty } from '@nestjs/swagger';
import {
  AwsDynamoDb,
  AwsHttp,
  AwsIntegration,
  AwsKinesis,
  AwsLambda,
  AwsMock,
  AwsS3,
  AwsSqs,
  fromBody,
  fromPath,
  fromRawBody,
  type AwsGatewayOptions,
  type AwsRawIntegration,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

const options = (...binaryMediaTypes: readonly string[]): AwsGatewayOptions => ({
  ...ANSWERED,
  credentials: '${role_arn}',
  binaryMediaTypes,
});

class JobDto {
  @ApiProperty()
  task!: string;
}

const http: AwsRawIntegration = { type: 'http', httpMethod: 'GET', uri: 'https://feed.example.com' };
const READING = { 'application/json': '{"name":$input.json(\'$.name\')}' };
const BODILESS = { 'application/json': '{"id":"$input.params(\'id\')"}' };
const ANSWER = { statusCode: 200, responseTemplates: { 'application/json': '{"ok":true}' } };
const AS_TEXT = { contentHandling: 'CONVERT_TO_TEXT' } as const;

@Controller('silent')
class SilentController {
  @Post('proxy')
  proxied(@Body() _job: JobDto): void {}

  @Post('container')
  @AwsHttp('https://api.example.com')
  container(@Body() _job: JobDto): void {}

  @Get('mock')
  @AwsMock({ body: { ok: true } })
  mock(): void {}

  @Get('item/:id')
  @AwsLambda({ functionArn: '${item_arn}', mode: 'custom', requestTemplates: BODILESS })
  bodiless(@Param('id') _id: string): void {}

  @Post('whole')
  @AwsLambda({ functionArn: '${whole_arn}', mode: 'async' })
  whole(@Body() _job: JobDto): void {}

  @Get('raw')
  @AwsIntegration({
    ...http,
    ...AS_TEXT,
    requestTemplates: BODILESS,
    responses: { default: { ...ANSWER, ...AS_TEXT } },
  })
  raw(): void {}

  @Get('passing')
  @AwsIntegration({ ...http, responses: { default: { statusCode: 200 } } })
  passing(): void {}
}

@Controller('handler')
class HandlerController {
  @Post('custom')
  @AwsLambda({ functionArn: '${custom_arn}', mode: 'custom', requestTemplates: READING })
  custom(@Body() _job: JobDto): void {}

  @Post('queue')
  @AwsSqs({ queueUrl: '${queue_url}', message: fromBody() })
  queue(@Body() _job: JobDto): void {}

  @Post('raw')
  @AwsIntegration({ ...http, ...AS_TEXT, requestTemplates: READING, responses: { default: ANSWER } })
  raw(@Body() _job: JobDto): void {}
}

@Controller('own')
class OwnController {
  @Get('both')
  @AwsIntegration({ ...http, requestTemplates: BODILESS, responses: { default: ANSWER } })
  both(): void {}

  @Get('answer')
  @AwsIntegration({
    ...http,
    ...AS_TEXT,
    requestTemplates: BODILESS,
    responses: { default: { ...ANSWER, ...AS_TEXT }, '4\\d{2}': { ...ANSWER, statusCode: 400 } },
  })
  answer(): void {}
}

class BaseController {
  @Post(':id')
  @AwsDynamoDb({ action: 'PutItem', table: '${table}', key: { pk: fromPath('id') }, item: fromBody() })
  put(@Param('id') _id: string, @Body() _job: JobDto): void {}
}

@Controller('class')
class ClassController extends BaseController {}

@Controller('derived')
class DerivedController {
  @Post('file')
  @ApiConsumes('application/octet-stream')
  @AwsS3({ action: 'PutObject', bucket: 'files', key: 'a' })
  store(@Body() _file: string): void {}

  @Post('upload')
  @ApiConsumes('multipart/form-data')
  upload(@Body() _file: string): void {}

  @Post('queue')
  @ApiConsumes('application/octet-stream')
  @AwsSqs({ queueUrl: '${queue_url}', message: fromBody() })
  queue(@Body() _job: string): void {}

  @Post('form')
  @ApiConsumes('multipart/form-data')
  @AwsSqs({ queueUrl: '${queue_url}', message: { form: fromRawBody() } })
  form(@Body() _job: string): void {}
}

@Controller('bytes')
class BytesController {
  @Post('frames')
  @ApiConsumes('application/x-protobuf')
  @AwsKinesis({ stream: 'frames', partitionKey: 'all', data: fromRawBody() })
  frames(@Body() _frame: string): void {}

  @Post('text')
  @ApiConsumes('text/csv', 'application/vnd.shop+json')
  @AwsKinesis({ stream: 'frames', partitionKey: 'all', data: fromRawBody() })
  text(@Body() _rows: string): void {}
}

testRule('binary-body-in-template', [
  {
    name: 'is silent where no template reads the body',
    controllers: [SilentController],
    options: options('*/*'),
    reports: [],
  },
  {
    name: 'is silent where JSON is no binary type',
    controllers: [HandlerController, OwnController],
    options: options('image/*', 'application/octet-stream', '${more_types}/json'),
    reports: [],
  },
  {
    name: 'reports bytes that a template reads as text',
    controllers: [BytesController],
    options: { ...ANSWERED, credentials: '${role_arn}' },
    reports: [
      [
        'binary-body-in-template warning at BytesController.frames POST /bytes/frames',
        'application/x-protobuf',
      ],
    ],
  },
  {
    name: 'reports types that other routes make binary, and names the route',
    controllers: [DerivedController],
    options: { ...ANSWERED, credentials: '${role_arn}' },
    reports: [
      [
        'binary-body-in-template error at DerivedController.form POST /derived/form',
        'multipart/form-data',
        'DerivedController.upload',
      ],
      [
        'binary-body-in-template error at DerivedController.queue POST /derived/queue',
        'application/octet-stream',
        'DerivedController.store',
      ],
    ],
  },
  {
    name: 'reports handlers',
    controllers: [HandlerController],
    options: options('image/png', '*/*'),
    reports: [
      ['binary-body-in-template error at HandlerController.custom POST /handler/custom', '*/*'],
      ['binary-body-in-template error at HandlerController.queue POST /handler/queue', '*/*'],
      ['binary-body-in-template error at HandlerController.raw POST /handler/raw', '*/*'],
    ],
  },
  {
    name: 'reports objects of your own that do not say how to handle text',
    controllers: [OwnController],
    options: options('*/*'),
    reports: [
      [
        'binary-body-in-template error at OwnController.answer GET /own/answer',
        '*/*',
        'binaryMediaTypes',
        '4\\d{2}',
      ],
      [
        'binary-body-in-template error at OwnController.both GET /own/both',
        '*/*',
        'binaryMediaTypes',
        'default',
      ],
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    options: options('application/JSON'),
    reports: [['binary-body-in-template error at ClassController.put POST /class/{id}', 'application/JSON']],
  },
]);
