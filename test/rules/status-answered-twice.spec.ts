import { Controller, Get } from '@nestjs/common';
import { AwsIntegration, AwsLambda } from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

@Controller('users')
class SilentController {
  @Get()
  @AwsLambda({
    functionArn: '${function_arn}',
    mode: 'custom',
    responses: { '.*missing.*|.*gone.*': { statusCode: 404 }, default: { statusCode: 200 } },
  })
  list(): void {}
}

const responses = { '.*missing.*': { statusCode: 404 }, '.*gone.*': { statusCode: '404' } };

@Controller('users')
class HandlerController {
  @Get()
  @AwsLambda({ functionArn: '${function_arn}', mode: 'custom', responses })
  list(): void {}
}

@Controller('users')
@AwsIntegration({ type: 'http', httpMethod: 'GET', uri: 'https://example.com', responses })
class ClassController {
  @Get()
  list(): void {}
}

class BaseController {
  @Get()
  @AwsLambda({ functionArn: '${function_arn}', mode: 'custom', responses })
  list(): void {}
}

@Controller('one')
class OneController extends BaseController {}

const report = (place: string): string => `status-answered-twice error at ${place}
the responses \`.*missing.*\` and \`.*gone.*\` all answer 404, and API Gateway keeps one answer for each status
Join the patterns with \`|\` into one response, or give each a status of its own.`;

testRule('status-answered-twice', [
  { name: 'is silent when one pattern stands for both', controllers: [SilentController], reports: [] },
  {
    name: 'reports a custom Lambda integration',
    controllers: [HandlerController],
    reports: [report('HandlerController.list GET /users')],
  },
  {
    name: 'reports an integration of a class',
    controllers: [ClassController],
    reports: [report('ClassController.list GET /users')],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    reports: [report('OneController.list GET /one')],
  },
]);
