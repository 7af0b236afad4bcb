import { Controller, Get, Post } from '@nestjs/common';
import { AwsCors, type AwsGatewayOptions } from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

@Controller('silent')
class SilentController {
  @Get('a')
  @AwsCors({ allowOrigins: ['*'], allowHeaders: ['*'] })
  withoutCredentials(): void {}

  @Get('b')
  @AwsCors({ allowOrigins: ['https://app.example.com', '${origin}'], allowCredentials: true })
  named(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @AwsCors({ allowOrigins: ['*'], allowHeaders: ['*'], exposeHeaders: ['*'], allowCredentials: true })
  read(): void {}
}

class BaseController {
  @Get()
  read(): void {}

  @Post()
  create(): void {}
}

@Controller('class')
@AwsCors({ allowOrigins: ['*'], allowCredentials: true })
class ClassController extends BaseController {}

@Controller('module')
class ModuleController extends BaseController {}

/** API Gateway adds the headers to the answers of a mock. */
const options: AwsGatewayOptions = { integration: { kind: 'mock' } };

testRule('cors-credentials-with-wildcard', [
  { name: 'is silent on either alone', controllers: [SilentController], options, reports: [] },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    options,
    reports: [
      [
        'cors-credentials-with-wildcard error at HandlerController.read GET /handler',
        'allowCredentials',
        '*',
        'allowOrigins',
        'allowHeaders',
        'exposeHeaders',
      ],
    ],
  },
  {
    name: 'reports a class once for a path of inherited handlers',
    controllers: [ClassController],
    options,
    reports: [
      [
        'cors-credentials-with-wildcard error at ClassController.read GET /class',
        'allowCredentials',
        '*',
        'allowOrigins',
      ],
    ],
  },
  {
    name: 'reports the policy of the module where it reaches a path',
    controllers: [ModuleController],
    options: { ...options, cors: { allowOrigins: ['*'], allowCredentials: true } },
    reports: [
      [
        'cors-credentials-with-wildcard error at ModuleController.read GET /module',
        'allowCredentials',
        '*',
        'allowOrigins',
      ],
    ],
  },
]);
