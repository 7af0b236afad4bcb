import { Controller, Get } from '@nestjs/common';
import { AwsCors, AwsIgnore, AwsIntegration } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const several = { allowOrigins: ['https://a.example.com', 'https://b.example.com'] };
const responses = { default: { statusCode: '200' }, '4\\d{2}': { statusCode: '400', responseTemplates: {} } };

const http = { type: 'http', httpMethod: 'GET', uri: '${url}' } as const;

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

testRule('cors-without-template', [
  {
    name: 'is silent on templates, one origin, any origin, and proxies',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [['cors-without-template warning at HandlerController.read GET /handler', 'default']],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [['cors-without-template warning at ClassController.read GET /class', 'default']],
  },
]);
