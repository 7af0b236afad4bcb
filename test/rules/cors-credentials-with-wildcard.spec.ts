import { Controller, Get, Post, type INestApplication } from '@nestjs/common';
import { AwsCors } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

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

const report = (place: string, where: string): string =>
  `cors-credentials-with-wildcard error at ${place}
\`allowCredentials\` stands beside \`*\` in ${where}
Name the origins and headers, or remove \`allowCredentials\`: browsers refuse the two together.`;

/** The headers of its own answers are the application's. */
const configure = (app: INestApplication): void => app.enableCors();

testRule('cors-credentials-with-wildcard', [
  { name: 'is silent on either alone', controllers: [SilentController], configure, reports: [] },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    configure,
    reports: [
      report('HandlerController.read GET /handler', '`allowOrigins` and `allowHeaders` and `exposeHeaders`'),
    ],
  },
  {
    name: 'reports a class once for a path of inherited handlers',
    controllers: [ClassController],
    configure,
    reports: [report('ClassController.read GET /class', '`allowOrigins`')],
  },
  {
    name: 'reports the policy of the module where it reaches a path',
    controllers: [ModuleController],
    configure,
    options: { ...ANSWERED, cors: { allowOrigins: ['*'], allowCredentials: true } },
    reports: [report('ModuleController.read GET /module', '`allowOrigins`')],
  },
]);
