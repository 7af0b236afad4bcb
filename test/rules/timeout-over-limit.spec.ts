import { Controller, Get } from '@nestjs/common';
import { AwsHttp, AwsLambda, AwsMock } from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

@Controller('silent')
class SilentController {
  @Get('a')
  @AwsLambda({ functionArn: '${function_arn}', timeout: 29_000 })
  limit(): void {}

  @Get('b')
  @AwsMock()
  none(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @AwsHttp({ baseUrl: 'https://example.com', timeout: 29_001 })
  read(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsLambda({ functionArn: '${function_arn}', timeout: 60_000 })
class ClassController extends BaseController {}

const report = (place: string, timeout: number): string =>
  `timeout-over-limit warning at ${place}
the timeout of ${timeout} ms is over API Gateway's limit of 29000 ms
Set at most 29000, unless the account's quota was raised.`;

testRule('timeout-over-limit', [
  { name: 'is silent at the limit', controllers: [SilentController], reports: [] },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [report('HandlerController.read GET /handler', 29_001)],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [report('ClassController.read GET /class', 60_000)],
  },
]);
