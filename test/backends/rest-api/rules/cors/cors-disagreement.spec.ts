import { Controller, Get, Options, Post, type INestApplication } from '@nestjs/common';
import { AwsCors } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const app = { allowOrigins: ['https://app.example.com'] };

@Controller('silent')
@AwsCors(app)
class SilentController {
  @Get()
  list(): void {}

  @Post()
  @AwsCors({ allowOrigins: ['https://app.example.com'] })
  equal(): void {}

  @Options()
  @AwsCors(false)
  own(): void {}

  @Get('open')
  @AwsCors({ allowOrigins: ['*'] })
  otherPath(): void {}
}

@Controller('handler')
@AwsCors(app)
class HandlerController {
  @Get()
  list(): void {}

  @Post()
  @AwsCors(false)
  create(): void {}
}

class BaseController {
  @Get()
  list(): void {}
}

@Controller('same')
class ReadController extends BaseController {}

@Controller('same')
@AwsCors({ allowOrigins: ['*'] })
class WriteController {
  @Post()
  create(): void {}
}

/** The headers of its own answers are the application's. */
const configure = (nest: INestApplication): void => nest.enableCors();

testRule('cors-disagreement', [
  {
    name: 'is silent on equal policies, other paths and OPTIONS',
    controllers: [SilentController],
    configure,
    reports: [],
  },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    configure,
    reports: [
      [
        'cors-disagreement error at HandlerController.create POST /handler',
        'GET /handler',
        'HandlerController.list',
      ],
    ],
  },
  {
    name: 'reports two classes on one path, one with an inherited handler',
    controllers: [ReadController, WriteController],
    configure,
    reports: [
      ['cors-disagreement error at WriteController.create POST /same', 'GET /same', 'ReadController.list'],
    ],
  },
]);
