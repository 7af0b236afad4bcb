import { Controller, Get, Options, type INestApplication } from '@nestjs/common';
import { AwsCors } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../support/test-rule.js';

const policy = { allowOrigins: ['https://app.example.com'] };

/** The headers of its own answers are the application's. */
const configure = (app: INestApplication): void => app.enableCors();

@Controller('silent')
@AwsCors(policy)
class SilentController {
  @Get('a')
  read(): void {}

  @Options('a')
  @AwsCors(false)
  said(): void {}

  @Get('b')
  @AwsCors(false)
  without(): void {}

  @Options('b')
  preflight(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @AwsCors(policy)
  read(): void {}

  @Options()
  preflight(): void {}
}

class BaseController {
  @Get()
  read(): void {}

  @Options()
  preflight(): void {}
}

@Controller('class')
@AwsCors(policy)
class ClassController extends BaseController {}

@Controller('plain')
class PlainController extends BaseController {}

testRule('replaced-preflight', [
  {
    name: 'is silent where the handler says so, and where the path has no policy',
    controllers: [SilentController],
    options: { integration: { kind: 'mock' } },
    reports: [],
  },
  {
    name: 'reports a handler beside a policy of another',
    controllers: [HandlerController],
    options: { integration: { kind: 'mock' } },
    reports: [
      [
        'replaced-preflight warning at HandlerController.preflight OPTIONS /handler',
        'GET /handler',
        'HandlerController.read',
      ],
    ],
  },
  {
    name: 'reports a class under its inherited handlers, and the headers of the others beside it',
    controllers: [ClassController],
    reports: [
      ['proxy-without-cors-headers warning at ClassController', 'GET /class', 'ClassController.read'],
      [
        'replaced-preflight warning at ClassController.preflight OPTIONS /class',
        'GET /class',
        'ClassController.read',
      ],
    ],
  },
  {
    name: 'reports a policy of the module',
    controllers: [PlainController],
    options: { ...ANSWERED, cors: policy },
    configure,
    reports: [
      [
        'replaced-preflight warning at PlainController.preflight OPTIONS /plain',
        'GET /plain',
        'PlainController.read',
      ],
    ],
  },
  {
    name: 'reports a policy behind Kong',
    controllers: [PlainController],
    options: { ...ANSWERED, gateway: 'kong', region: 'eu-west-1', cors: policy },
    reports: ['replaced-preflight warning at PlainController.preflight OPTIONS /plain'],
  },
]);
