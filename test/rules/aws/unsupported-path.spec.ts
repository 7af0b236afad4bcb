import { Controller, Get } from '@nestjs/common';
import { AwsExclude } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../support/test-rule.js';

@Controller('v1.0/user_files-a,b')
class SilentController {
  @Get()
  list(): void {}

  @Get('a::b/:id/*path')
  wildcard(): void {}
}

@Controller('files')
class HandlerController {
  @Get('report-:id')
  partial(): void {}

  @Get('raw/*path/raw')
  inner(): void {}

  @Get(':id/copies/:id')
  twice(): void {}

  @Get('~me')
  tilde(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('caf\u00e9')
class AccentController extends BaseController {}

@Controller('opt')
class FastifyController {
  @Get(':id?')
  read(): void {}

  @Get('excluded/:id?')
  @AwsExclude()
  excluded(): void {}
}

testRule('unsupported-path', [
  { name: 'is silent on what API Gateway holds', controllers: [SilentController], reports: [] },
  {
    name: 'reports the path of a handler',
    controllers: [HandlerController],
    reports: [
      'unsupported-path error at HandlerController.inner GET /files/raw/{path+}/raw',
      'unsupported-path error at HandlerController.partial GET /files/report-{id}',
      'unsupported-path error at HandlerController.tilde GET /files/~me',
      'unsupported-path error at HandlerController.twice GET /files/{id}/copies/{id}',
    ],
  },
  {
    name: 'names Kong where Kong serves the routes',
    controllers: [AccentController],
    options: { ...ANSWERED, gateway: 'kong', region: 'eu-west-1' },
    reports: [['unsupported-path error at AccentController.read GET /café', 'the file for Kong']],
  },
  {
    name: 'reports the path of a class under an inherited handler',
    controllers: [AccentController],
    reports: ['unsupported-path error at AccentController.read GET /café'],
  },
  {
    name: 'reports a path that cannot be read',
    controllers: [FastifyController],
    reports: [['unsupported-path error at FastifyController.read GET /opt/:id?', '/opt/:id?']],
  },
]);
