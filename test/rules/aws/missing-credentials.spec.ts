import { Controller, Get, Post } from '@nestjs/common';
import { AwsIntegration, AwsLambda, AwsSqs } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../support/test-rule.js';

const queue = { queueUrl: '${jobs_queue_url}', message: 'job' };

@Controller('jobs')
class SilentController {
  @Post()
  @AwsSqs({ ...queue, credentials: '${role_arn}' })
  enqueue(): void {}

  @Get()
  @AwsLambda('${function_arn}')
  list(): void {}
}

@Controller('jobs')
class HandlerController {
  @Post()
  @AwsSqs(queue)
  enqueue(): void {}
}

@Controller('jobs')
@AwsSqs(queue)
class ClassController {
  @Post()
  enqueue(): void {}

  @Post('urgent')
  @AwsSqs({ ...queue, credentials: '${role_arn}' })
  urgent(): void {}
}

const raw = {
  type: 'aws',
  httpMethod: 'POST',
  uri: 'arn:aws:apigateway:${AWS::Region}:sqs:path/${account_id}/jobs',
  responses: { default: { statusCode: 200 }, '[45]\\d{2}': { statusCode: 502 } },
} as const;

@Controller('raw')
class RawController {
  @Post()
  @AwsIntegration(raw)
  enqueue(): void {}

  @Post('function')
  @AwsIntegration({
    ...raw,
    uri: 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations',
  })
  ofFunction(): void {}
}

class BaseController {
  @Post()
  @AwsSqs(queue)
  enqueue(): void {}
}

@Controller('one')
class OneController extends BaseController {}

testRule('missing-credentials', [
  {
    name: 'is silent on a role in the decorator, and on a function without one',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'is silent on a role of the module',
    controllers: [HandlerController],
    options: { ...ANSWERED, credentials: '${role_arn}' },
    reports: [],
  },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: ['missing-credentials error at HandlerController.enqueue POST /jobs'],
  },
  {
    name: 'reports the routes of a class that say nothing themselves',
    controllers: [ClassController],
    reports: ['missing-credentials error at ClassController.enqueue POST /jobs'],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    reports: ['missing-credentials error at OneController.enqueue POST /one'],
  },
  {
    name: 'reports an integration object, which the role of the module does not reach',
    controllers: [RawController],
    options: { ...ANSWERED, credentials: '${role_arn}' },
    reports: ['missing-credentials error at RawController.enqueue POST /raw'],
  },
]);
