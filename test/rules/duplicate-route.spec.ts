import { Controller, Get, Version, VersioningType } from '@nestjs/common';
import { AwsApiKey, AwsExclude, AwsLambda, AwsLogging, AwsThrottle } from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

@Controller('silent')
class SilentController {
  @Get()
  @Version('1')
  first(): void {}

  @Get()
  @Version('2')
  second(): void {}

  @Get()
  @Version('3')
  @AwsExclude()
  @AwsLambda('${third_function_arn}')
  third(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @Version('1')
  first(): void {}

  @Get()
  @Version('2')
  @AwsLambda('${second_function_arn}')
  second(): void {}
}

@Controller('stage')
class StageController {
  @Get()
  @Version('1')
  first(): void {}

  @Get()
  @Version('2')
  @AwsThrottle({ rate: 5, burst: 10 })
  @AwsLogging({ level: 'ERROR' })
  second(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('same')
class OpenController extends BaseController {}

@Controller('same')
@AwsApiKey()
class KeyController extends BaseController {}
const configure = (app: {
  enableVersioning(options: { type: VersioningType.HEADER; header: string }): unknown;
}): void => {
  app.enableVersioning({ type: VersioningType.HEADER, header: 'x-version' });
};

testRule('duplicate-route', [
  {
    name: 'is silent on versions by header that the gateway serves alike',
    controllers: [SilentController],
    configure,
    reports: [],
  },
  {
    name: 'reports a handler that is served otherwise',
    controllers: [HandlerController],
    configure,
    reports: [['duplicate-route error at HandlerController.second GET /handler', 'HandlerController.first']],
  },
  {
    name: 'reports a handler of another stage setting, which the one method cannot have',
    controllers: [StageController],
    configure,
    reports: [['duplicate-route error at StageController.second GET /stage', 'throttling and logging']],
  },
  {
    name: 'reports inherited handlers of two classes on one path',
    controllers: [OpenController, KeyController],
    reports: [['duplicate-route error at KeyController.read GET /same', 'OpenController.read']],
  },
]);
