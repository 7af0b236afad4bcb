import { Controller, Get, Options, Post } from '@nestjs/common';
import { AwsApiKey, AwsAuthorizer, AwsPublic, IamAuthorizer } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

const iam = new IamAuthorizer();
const options = { ...ANSWERED, requireAuthorizer: true };

@Controller('silent')
class SilentController {
  @Get()
  @AwsAuthorizer(iam)
  guarded(): void {}

  @Post()
  @AwsApiKey()
  keyed(): void {}

  @Get('health')
  @AwsPublic()
  open(): void {}

  @Options()
  preflight(): void {}
}

@Controller('handler')
@AwsAuthorizer(iam)
class HandlerController {
  @Get()
  guarded(): void {}
}

@Controller('open')
class OpenController {
  @Get()
  @AwsApiKey(false)
  read(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
class ClassController extends BaseController {}

testRule('route-without-authorizer', [
  {
    name: 'is silent on routes that are guarded or public, and on preflights',
    controllers: [SilentController, HandlerController],
    options,
    reports: [],
  },
  {
    name: 'is silent under an authorizer of the module',
    controllers: [OpenController],
    options: { ...options, authorizer: iam },
    reports: [],
  },
  { name: 'is silent unless it is asked for', controllers: [OpenController], reports: [] },
  {
    name: 'reports handlers and inherited handlers',
    controllers: [OpenController, ClassController],
    options,
    reports: [
      ['route-without-authorizer error at ClassController.read GET /class', 'requireAuthorizer'],
      ['route-without-authorizer error at OpenController.read GET /open', 'requireAuthorizer'],
    ],
  },
]);
