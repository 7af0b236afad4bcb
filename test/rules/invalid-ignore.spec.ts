import { Controller, Get, type Type } from '@nestjs/common';
import { AwsIgnore, AwsLambda } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

const SLOW = { functionArn: '${report_function_arn}', timeout: 60_000 };

@Controller('silent')
class SilentController {
  @Get()
  @AwsLambda(SLOW)
  @AwsIgnore('timeout-over-limit', 'the quota was raised')
  read(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('a')
  @AwsIgnore('timeout-limit' as 'limit-near', 'the quota was raised')
  slip(): void {}

  @Get('b')
  @AwsIgnore('no-such-code' as 'limit-near', 'because')
  unknown(): void {}

  @Get('c')
  @AwsIgnore('unsupported-path', 'it works')
  final(): void {}
}

class BaseController {
  @Get()
  @AwsLambda(SLOW)
  read(): void {}
}

@Controller('class')
@AwsIgnore('timeout-over-limit', 'the quota was raised')
@AwsIgnore('timeout-over-limit', 'nobody calls it')
class ClassController extends BaseController {}

/** A class that has its name in common with others. */
function createTwin(path: string): Type {
  @Controller(path)
  @AwsIgnore('timeout-over-limit', 'the quota was raised')
  class TwinController extends BaseController {}
  return TwinController;
}

testRule('invalid-ignore', [
  {
    name: 'is silent on a code with a reason, which keeps its diagnostic silent',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'is silent on two classes of one name that ignore the same code',
    controllers: [createTwin('a'), createTwin('b')],
    reports: [],
  },
  {
    name: 'reports unknown codes and those that nothing can silence',
    controllers: [HandlerController],
    reports: [
      ['invalid-ignore error at HandlerController.final', 'unsupported-path'],
      ['invalid-ignore error at HandlerController.slip', 'timeout-limit'],
      ['invalid-ignore error at HandlerController.unknown', 'no-such-code'],
    ],
  },
  {
    name: 'reports a class that gives two reasons, under its inherited handler',
    controllers: [ClassController],
    reports: [
      ['invalid-ignore error at ClassController', 'timeout-over-limit'],
      ['unused-ignore warning at ClassController', 'timeout-over-limit'],
    ],
  },
  {
    name: 'reports the module',
    controllers: [SilentController],
    options: { ...ANSWERED, ignore: { ['timeout-limit' as 'limit-near']: 'the quota was raised' } },
    reports: [['invalid-ignore error at module', 'timeout-limit']],
  },
]);
