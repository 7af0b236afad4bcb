import { Controller, Get } from '@nestjs/common';
import {
  AwsIntegration,
  AwsLambda,
  AwsMock,
  AwsService,
  type AwsIntegrationResponses,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

const answer = (header: string): AwsIntegrationResponses => ({
  default: { statusCode: 200, responseParameters: { [`method.response.header.${header}`]: "'x'" } },
});

@Controller('silent')
class SilentController {
  @Get('mock')
  @AwsMock({ headers: { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain' } })
  mock(): void {}

  @Get('raw')
  @AwsIntegration({
    type: 'http',
    httpMethod: 'GET',
    uri: '${url}',
    // Towards the backend it is another matter.
    requestParameters: { 'integration.request.header.User-Agent': "'gateway'" },
    responses: answer('Last-Modified'),
  })
  raw(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('mock')
  @AwsMock({ headers: { server: 'ours', 'WWW-Authenticate': 'Basic' } })
  mock(): void {}

  @Get('function')
  @AwsLambda({ functionArn: '${function_arn}', mode: 'custom', responses: answer('Date') as never })
  ofFunction(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsIntegration({ type: 'http', httpMethod: 'GET', uri: '${url}', responses: answer('Content-Length') })
class ClassController extends BaseController {}

class InheritedBase {
  @Get()
  @AwsService({ service: 'ssm', path: '/a', responses: answer('Host') as never })
  read(): void {}
}

@Controller('inherited')
class InheritedController extends InheritedBase {}

testRule('remapped-header', [
  { name: 'is silent on other headers, and towards a backend', controllers: [SilentController], reports: [] },
  {
    name: 'reports handlers',
    controllers: [HandlerController],
    reports: [
      [
        'remapped-header warning at HandlerController.mock GET /handler/mock',
        'WWW-Authenticate',
        'x-amzn-Remapped-WWW-Authenticate',
      ],
      [
        'remapped-header warning at HandlerController.mock GET /handler/mock',
        'server',
        'x-amzn-Remapped-server',
      ],
      [
        'remapped-header warning at HandlerController.ofFunction GET /handler/function',
        'Date',
        'x-amzn-Remapped-Date',
      ],
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [
      [
        'remapped-header warning at ClassController.read GET /class',
        'Content-Length',
        'x-amzn-Remapped-Content-Length',
      ],
    ],
  },
  {
    name: 'reports an answer added to a service',
    controllers: [InheritedController],
    options: { ...ANSWERED, credentials: '${role_arn}' },
    reports: [
      ['remapped-header warning at InheritedController.read GET /inherited', 'Host', 'x-amzn-Remapped-Host'],
    ],
  },
]);
