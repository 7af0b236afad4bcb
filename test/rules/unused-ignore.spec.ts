import { Controller, Get, type Type } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { AwsIgnore, AwsLambda, type DiagnosticCode } from 'nestjs-aws-gateway';
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

const documented = 'security-without-authorizer';

@Controller('twins/a')
@ApiBearerAuth()
@AwsIgnore(documented, 'the application checks it')
class TwinController {
  @Get()
  read(): void {}
}

/** Another class of the same name, with another ignore or none. */
function createTwin(path: string, code?: DiagnosticCode): Type {
  @Controller(path)
  @ApiBearerAuth()
  class OtherController {
    @Get()
    read(): void {}
  }
  if (code) AwsIgnore(code, 'for a reason')(OtherController);
  return Object.defineProperty(OtherController, 'name', { value: 'TwinController' });
}

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
      ['unused-ignore warning at module', 'timeout-over-limit'],
      ['unused-ignore warning at HandlerController.read', 'timeout-over-limit'],
      ['unused-ignore warning at InheritingController.read', 'timeout-over-limit'],
      ['unused-ignore warning at UnusedController', 'timeout-over-limit'],
    ],
  },
  {
    name: 'tells two classes of one name apart',
    controllers: [
      TwinController,
      createTwin('twins/a', 'timeout-over-limit'),
      createTwin('twins/b'),
      createTwin('twins/c', documented),
    ],
    reports: [
      ['unused-ignore warning at TwinController', 'timeout-over-limit'],
      ['security-without-authorizer warning at TwinController.read GET /twins/b', 'bearer'],
    ],
  },
]);
