import { Controller, Get, Post } from '@nestjs/common';
import { testRule } from '../../../../support/test-rule.js';

@Controller()
class SilentController {
  @Get('health')
  health(): void {}

  @Get('ping/all')
  below(): void {}

  @Get('api/ping')
  above(): void {}

  @Get('Ping')
  otherCase(): void {}
}

@Controller()
class HandlerController {
  @Get('ping')
  ping(): void {}

  @Post('ping')
  once(): void {}
}

class BaseController {
  @Get()
  check(): void {}
}

@Controller('sping')
class ClassController extends BaseController {}

testRule('reserved-path', [
  { name: 'is silent anywhere else than at the root', controllers: [SilentController], reports: [] },
  {
    name: 'is silent below a prefix',
    controllers: [HandlerController],
    configure: (app) => app.setGlobalPrefix('v1'),
    reports: [],
  },
  {
    name: 'reports a path once',
    controllers: [HandlerController],
    reports: ['reserved-path warning at HandlerController.ping GET /ping'],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: ['reserved-path warning at ClassController.check GET /sping'],
  },
]);
