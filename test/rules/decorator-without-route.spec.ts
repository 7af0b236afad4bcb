import { Controller, Get } from '@nestjs/common';
import { AwsApiKey, AwsCors, AwsMock } from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

@Controller('silent')
@AwsMock()
class SilentController {
  @Get()
  @AwsApiKey()
  read(): void {
    this.plain();
  }

  plain(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  read(): void {}

  @AwsApiKey()
  @AwsMock()
  forgotten(): void {}
}

class BaseController {
  @Get()
  read(): void {}

  @AwsCors({ allowOrigins: ['*'] })
  forgotten(): void {}
}

@Controller('one')
class OneController extends BaseController {}

testRule('decorator-without-route', [
  { name: 'is silent on routes and on plain methods', controllers: [SilentController], reports: [] },
  {
    name: 'reports a method',
    controllers: [HandlerController],
    reports: ['decorator-without-route warning at HandlerController.forgotten'],
  },
  {
    name: 'reports an inherited method',
    controllers: [OneController],
    reports: ['decorator-without-route warning at OneController.forgotten'],
  },
]);
