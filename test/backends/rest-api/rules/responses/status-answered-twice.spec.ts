import { Controller, Get } from '@nestjs/common';
import { AwsIntegration, AwsLambda, AwsS3 } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

@Controller('users')
class SilentController {
  @Get()
  @AwsLambda({
    functionArn: '${function_arn}',
    mode: 'custom',
    responses: { '.*missing.*|.*gone.*': { statusCode: 404 }, default: { statusCode: 200 } },
  })
  list(): void {}

  @Get('service')
  @AwsS3({
    action: 'GetObject',
    bucket: '${bucket}',
    key: 'a',
    credentials: '${role_arn}',
    responses: { '403|404': { statusCode: 404 }, '409': { statusCode: 400 } },
  })
  ofService(): void {}
}

const responses = { '.*missing.*': { statusCode: 404 }, '.*gone.*': { statusCode: '404' } };

@Controller('users')
class HandlerController {
  @Get()
  @AwsLambda({ functionArn: '${function_arn}', mode: 'custom', responses })
  list(): void {}
}

@Controller('users')
@AwsIntegration({
  type: 'http',
  httpMethod: 'GET',
  uri: 'https://example.com',
  responses: { ...responses, default: { statusCode: 200 } },
})
class ClassController {
  @Get()
  list(): void {}
}

@Controller('added')
class AddedController {
  @Get()
  @AwsLambda({
    functionArn: '${function_arn}',
    mode: 'custom',
    responses: { 'cached.*': { statusCode: 200 } },
  })
  ofFunction(): void {}

  @Get('service')
  @AwsS3({
    action: 'GetObject',
    bucket: '${bucket}',
    key: 'a',
    credentials: '${role_arn}',
    responses: { '403': { statusCode: 404 } },
  })
  ofService(): void {}
}

class BaseController {
  @Get()
  @AwsLambda({ functionArn: '${function_arn}', mode: 'custom', responses })
  list(): void {}
}

@Controller('one')
class OneController extends BaseController {}

testRule('status-answered-twice', [
  {
    name: 'is silent when one pattern stands for both, and where what is added makes way',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'reports a custom Lambda integration',
    controllers: [HandlerController],
    reports: [
      ['status-answered-twice error at HandlerController.list GET /users', '.*missing.*', '.*gone.*'],
    ],
  },
  {
    name: 'reports an integration of a class',
    controllers: [ClassController],
    reports: [['status-answered-twice error at ClassController.list GET /users', '.*missing.*', '.*gone.*']],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    reports: [['status-answered-twice error at OneController.list GET /one', '.*missing.*', '.*gone.*']],
  },
  {
    name: 'reports an answer that is added, where it cannot make way',
    controllers: [AddedController],
    reports: [
      ['status-answered-twice error at AddedController.ofFunction GET /added', 'cached.*', 'default', '200'],
      ['status-answered-twice error at AddedController.ofService GET /added/service', '403', '404'],
    ],
  },
]);
