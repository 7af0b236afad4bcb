import { Controller, Get } from '@nestjs/common';
import { AwsIntegration, type AwsIntegrationResponses } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const http = { type: 'http', httpMethod: 'GET', uri: 'https://example.com' } as const;
const patterns = (...names: readonly string[]): AwsIntegrationResponses =>
  Object.fromEntries(names.map((name, index) => [name, { statusCode: 200 + index }]));

@Controller('silent')
class SilentController {
  @Get('default')
  @AwsIntegration({ ...http, responses: patterns('200', 'default') })
  withDefault(): void {}

  @Get('all')
  @AwsIntegration({ ...http, responses: patterns('[23]\\d{2}', '4\\d{2}', '5\\d\\d') })
  all(): void {}

  @Get('mock')
  @AwsIntegration({
    type: 'mock',
    requestTemplates: { 'application/json': '{"statusCode": 204}' },
    responses: patterns('20\\d'),
  })
  mock(): void {}

  @Get('java')
  @AwsIntegration({ ...http, responses: patterns('\\p{Digit}++') })
  java(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('backend')
  @AwsIntegration({ ...http, responses: patterns('200', '4\\d{2}') })
  backend(): void {}

  @Get('mock')
  @AwsIntegration({
    type: 'mock',
    requestTemplates: { 'application/json': '{"statusCode":204}' },
    responses: patterns('200'),
  })
  mock(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsIntegration({ ...http, responses: patterns('2\\d{2}') })
class ClassController extends BaseController {}

testRule('responses-without-default', [
  {
    name: 'is silent where every status has an answer, or where only Java can tell',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'reports handlers',
    controllers: [HandlerController],
    reports: [
      [
        'responses-without-default warning at HandlerController.backend GET /handler/backend',
        '200',
        '4\\d{2}',
      ],
      ['responses-without-default warning at HandlerController.mock GET /handler/mock', '200', '204'],
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [['responses-without-default warning at ClassController.read GET /class', '2\\d{2}', '300']],
  },
]);
