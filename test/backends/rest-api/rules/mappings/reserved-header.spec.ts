import { Controller, Get } from '@nestjs/common';
import { AwsIntegration, AwsService, fromHeader } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

const mapped = (type: string, uri: string, ...names: readonly string[]): never =>
  ({
    type,
    httpMethod: 'POST',
    uri,
    requestParameters: Object.fromEntries(
      names.map((name) => [`integration.request.header.${name}`, `method.request.header.${name}`]),
    ),
    responses: { default: { statusCode: 200 } },
  }) as never;

@Controller('silent')
class SilentController {
  @Get()
  @AwsIntegration(mapped('http', '${url}', 'Authorization', 'Host', 'X-Trace'))
  backend(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('backend')
  @AwsIntegration(mapped('http', '${url}', 'content-length', 'Accept'))
  backend(): void {}

  @Get('service')
  @AwsService({ service: 'ssm', action: 'GetParameters', headers: { Authorization: fromHeader('X-Auth') } })
  service(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsIntegration(mapped('aws', '${invoke_arn}', 'Expect', 'X-Amzn-Trace-Id'))
class ClassController extends BaseController {}

testRule('reserved-header', [
  { name: 'is silent on what an HTTP backend may get', controllers: [SilentController], reports: [] },
  {
    name: 'reports handlers',
    controllers: [HandlerController],
    options: { ...ANSWERED, credentials: '${role_arn}' },
    reports: [
      ['reserved-header error at HandlerController.backend GET /handler/backend', 'content-length'],
      ['reserved-header error at HandlerController.service GET /handler/service', 'Authorization'],
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [
      ['reserved-header error at ClassController.read GET /class', 'Expect'],
      ['reserved-header error at ClassController.read GET /class', 'X-Amzn-Trace-Id'],
    ],
  },
]);
