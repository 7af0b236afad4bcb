import { Controller, Get } from '@nestjs/common';
import { AwsCors, AwsIgnore, AwsIntegration } from 'nestjs-aws-gateway';
import { testRule } from '../../../support/test-rule.js';

const several = { allowOrigins: ['https://a.example.com', 'https://b.example.com'] };
const responses = { default: { statusCode: '200' }, '4\\d{2}': { statusCode: '400', responseTemplates: {} } };

const http = { type: 'http', httpMethod: 'GET', uri: '${url}' };

@Controller('silent')
@AwsCors(several)
@AwsIgnore('proxy-without-cors-headers', 'the backend answers them')
class SilentController {
  @Get('a')
  @AwsIntegration({
    type: 'aws',
    httpMethod: 'POST',
    uri: '${invoke_arn}',
    responses: { default: { statusCode: '200', responseTemplates: { 'application/json': '$input.body' } } },
  })
  templates(): void {}

  @Get('b')
  @AwsCors({ allowOrigins: ['https://a.example.com'] })
  @AwsIntegration({ ...http, responses })
  oneOrigin(): void {}

  @Get('c')
  @AwsIntegration({ ...http, type: 'http_proxy', responses })
  proxy(): void {}

  @Get('d')
  @AwsCors({ allowOrigins: ['*', 'https://a.example.com'] })
  @AwsIntegration({ ...http, responses })
  anyOrigin(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @AwsCors(several)
  @AwsIntegration({ ...http, responses })
  read(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsCors(several)
@AwsIntegration({ ...http, responses })
class ClassController extends BaseController {}

const report = (place: string): string =>
  `cors-without-template warning at ${place}
the responses \`default\` of \`@AwsIntegration\` have no template in which one of several origins could be chosen, so they answer the first
Give each response \`responseTemplates\`, or allow one origin.`;

testRule('cors-without-template', [
  {
    name: 'is silent on templates, one origin, any origin, and proxies',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [report('HandlerController.read GET /handler')],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [report('ClassController.read GET /class')],
  },
]);
