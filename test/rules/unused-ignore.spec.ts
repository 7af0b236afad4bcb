import { Controller, Get } from '@nestjs/common';
import { AwsIgnore, AwsLambda } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

const SLOW = { functionArn: '${report_function_arn}', timeout: 60_000 };
const why = 'the quota was raised';

class BaseController {
  @Get()
  @AwsLambda(SLOW)
  read(): void {}
}

@Controller('class')
@AwsIgnore('timeout-over-limit', why)
class ClassController extends BaseController {}

@Controller('open')
class OpenController extends BaseController {}

@Controller('handler')
class HandlerController {
  @Get()
  @AwsIgnore('timeout-over-limit', why)
  read(): void {}
}

@Controller('unused')
@AwsIgnore('timeout-over-limit', why)
class UnusedController {
  @Get()
  read(): void {}
}

class InheritedController {
  @Get()
  @AwsIgnore('timeout-over-limit', why)
  read(): void {}
}

@Controller('inheriting')
class InheritingController extends InheritedController {}

const report = (place: string): string =>
  `unused-ignore warning at ${place}
\`timeout-over-limit\` is kept silent here, and is not reported here
Remove the ignore.`;

testRule('unused-ignore', [
  {
    name: 'is silent where a class keeps the diagnostics of its inherited handlers silent',
    controllers: [ClassController],
    reports: [],
  },
  {
    name: 'is silent where the module keeps one of any class silent',
    controllers: [OpenController],
    options: { ...ANSWERED, ignore: { 'timeout-over-limit': why } },
    reports: [],
  },
  {
    name: 'reports handlers, classes, inherited handlers and the module',
    controllers: [HandlerController, UnusedController, InheritingController],
    options: { ...ANSWERED, ignore: { 'timeout-over-limit': why } },
    reports: [
      report('module'),
      report('HandlerController.read'),
      report('InheritingController.read'),
      report('UnusedController'),
    ],
  },
]);
