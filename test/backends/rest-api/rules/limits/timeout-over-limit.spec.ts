import { Controller, Get, Post } from '@nestjs/common';
import { AwsHttp, AwsIntegration, AwsLambda, AwsMock, AwsSqs } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

@Controller('silent')
class SilentController {
  @Get('a')
  @AwsLambda({ functionArn: '${function_arn}', timeout: 29_000 })
  limit(): void {}

  @Get('b')
  @AwsMock()
  none(): void {}

  @Get('c')
  @AwsIntegration({
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri: '${stream_arn}',
    responseTransferMode: 'STREAM',
    timeoutInMillis: 900_000,
  })
  stream(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @AwsHttp({ baseUrl: 'https://example.com', timeout: 29_001 })
  read(): void {}
}

@Controller('service')
class ServiceController {
  @Post()
  @AwsSqs({ queueUrl: '${queue_url}', message: 'go', credentials: '${role_arn}', timeout: 30_000 })
  send(): void {}

  @Get()
  @AwsIntegration({ type: 'aws_proxy', httpMethod: 'POST', uri: '${function_uri}', timeoutInMillis: 30_000 })
  raw(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsLambda({ functionArn: '${function_arn}', timeout: 60_000 })
class ClassController extends BaseController {}

testRule('timeout-over-limit', [
  { name: 'is silent at the limit', controllers: [SilentController], reports: [] },
  {
    name: 'is silent at a raised limit',
    controllers: [ClassController],
    options: { ...ANSWERED, limits: { timeout: 60_000 } },
    reports: [],
  },
  {
    name: 'reports what is over a raised limit',
    controllers: [ClassController],
    options: { ...ANSWERED, limits: { timeout: 40_000 } },
    reports: [
      [
        'timeout-over-limit error at ClassController.read GET /class',
        '60000',
        '40000',
        'forRoot({ limits: { timeout: 60000 } })',
      ],
    ],
  },
  {
    name: 'reports a service and an integration in AWS’s own terms',
    controllers: [ServiceController],
    reports: [
      [
        'timeout-over-limit error at ServiceController.raw GET /service',
        '30000',
        '29000',
        'forRoot({ limits: { timeout: 30000 } })',
      ],
      [
        'timeout-over-limit error at ServiceController.send POST /service',
        '30000',
        '29000',
        'forRoot({ limits: { timeout: 30000 } })',
      ],
    ],
  },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [
      [
        'timeout-over-limit error at HandlerController.read GET /handler',
        '29001',
        '29000',
        'forRoot({ limits: { timeout: 29001 } })',
      ],
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [
      [
        'timeout-over-limit error at ClassController.read GET /class',
        '60000',
        '29000',
        'forRoot({ limits: { timeout: 60000 } })',
      ],
    ],
  },
]);
