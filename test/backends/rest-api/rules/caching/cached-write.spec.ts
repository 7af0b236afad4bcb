import { All, Controller, Get, Post } from '@nestjs/common';
import { AwsCache } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const OPTIONS = {
  integration: { kind: 'lambda', functionArn: '${function_arn}' },
  ignore: { 'setting-without-terraform': 'not of this test' },
} as const;

@Controller('things')
@AwsCache({})
class ThingsController {
  @Get()
  list(): void {}

  @Post()
  add(): void {}
}

@Controller('writes')
class WritesController {
  @Post()
  @AwsCache({})
  add(): void {}

  @All('any')
  @AwsCache({})
  any(): void {}
}

testRule('cached-write', [
  {
    name: 'is silent about a class: only its GET routes are cached',
    controllers: [ThingsController],
    options: OPTIONS,
    reports: [],
  },
  {
    name: 'reports handlers of other verbs',
    controllers: [WritesController],
    options: OPTIONS,
    reports: [
      ['cached-write error at WritesController.add POST /writes', 'POST'],
      'cached-write error at WritesController.any ANY /writes/any',
    ],
  },
]);
