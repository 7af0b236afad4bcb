import { Controller, Get, Post } from '@nestjs/common';
import { testRule } from '../../../support/test-rule.js';

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

const report = (place: string, path: string): string =>
  `reserved-path warning at ${place}
API Gateway keeps \`${path}\` for its own health checks: under a custom domain name this route is not reached
Give it another path, such as \`/health\`, or put it below a prefix. Without a custom domain name it is no fault.`;

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
    reports: [report('HandlerController.ping GET /ping', '/ping')],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [report('ClassController.check GET /sping', '/sping')],
  },
]);
