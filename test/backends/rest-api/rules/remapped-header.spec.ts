import { Controller, Get } from '@nestjs/common';
import { AwsIntegration, AwsLambda, AwsMock, AwsService } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

const answer = (header: string): object => ({
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

const report = (place: string, name: string): string => `remapped-header warning at ${place}
the response header \`${name}\` reaches the caller as \`x-amzn-Remapped-${name}\`
Remove it, or give it another name.`;

testRule('remapped-header', [
  { name: 'is silent on other headers, and towards a backend', controllers: [SilentController], reports: [] },
  {
    name: 'reports handlers',
    controllers: [HandlerController],
    reports: [
      report('HandlerController.mock GET /handler/mock', 'WWW-Authenticate'),
      report('HandlerController.mock GET /handler/mock', 'server'),
      report('HandlerController.ofFunction GET /handler/function', 'Date'),
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [report('ClassController.read GET /class', 'Content-Length')],
  },
  {
    name: 'reports an answer added to a service',
    controllers: [InheritedController],
    options: { ...ANSWERED, credentials: '${role_arn}' },
    reports: [report('InheritedController.read GET /inherited', 'Host')],
  },
]);
