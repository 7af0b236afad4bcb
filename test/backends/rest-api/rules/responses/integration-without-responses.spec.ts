import { Controller, Get } from '@nestjs/common';
import { AwsIntegration } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const uri = 'https://example.com';
const invoke = 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations';

@Controller('silent')
class SilentController {
  @Get()
  @AwsIntegration({ type: 'http_proxy', httpMethod: 'GET', uri })
  proxy(): void {}

  @Get('one')
  @AwsIntegration({ type: 'HTTP', httpMethod: 'get', uri, responses: { default: { statusCode: 200 } } })
  answered(): void {}

  @Get('unknown')
  @AwsIntegration({
    type: 'aws',
    httpMethod: 'POST',
    uri: '${invoke_arn}',
    responses: { '[\\s\\S]*': { statusCode: 200 } },
  })
  unknown(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @AwsIntegration({ type: 'http', httpMethod: 'GET', uri })
  read(): void {}

  @Get('function')
  @AwsIntegration({
    type: 'aws',
    httpMethod: 'POST',
    uri: invoke,
    responses: { '200': { statusCode: 200 }, '5\\d{2}': { statusCode: 500 } },
  })
  ofFunction(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsIntegration({
  type: 'mock',
  requestTemplates: { 'application/json': '{"statusCode":200}' },
  responses: {},
})
class ClassController extends BaseController {}

testRule('integration-without-responses', [
  { name: 'is silent on proxies, and where something answers', controllers: [SilentController], reports: [] },
  {
    name: 'reports handlers, and a function whose success has no answer',
    controllers: [HandlerController],
    reports: [
      [
        'integration-without-responses error at HandlerController.ofFunction GET /handler/function',
        'default',
      ],
      ['integration-without-responses error at HandlerController.read GET /handler', 'http'],
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [['integration-without-responses error at ClassController.read GET /class', 'mock']],
  },
  {
    name: 'reports the integration of the module at each route that has no other',
    controllers: [BaseController].map((Base) => {
      @Controller('module')
      class ModuleController extends Base {}
      return ModuleController;
    }),
    options: { integration: { kind: 'integration', type: 'http', httpMethod: 'GET', uri } },
    reports: [['integration-without-responses error at ModuleController.read GET /module', 'http']],
  },
]);
