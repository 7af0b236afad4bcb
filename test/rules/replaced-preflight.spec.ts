import { Controller, Get, Options, type INestApplication } from '@nestjs/common';
import { AwsCors } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

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

const report = (controller: string, path: string): string =>
  `replaced-preflight warning at ${controller}.preflight OPTIONS ${path}
this handler answers the preflights of \`${path}\`, so the CORS policy of \`GET ${path}\` in \`${controller}.read\` writes none
Remove the handler, or say with \`@AwsCors(false)\` on it that it answers preflights itself.`;

const proxied = (place: string, which: string): string =>
  `proxy-without-cors-headers warning at ${place}
API Gateway cannot add the headers of this CORS policy to what a function or a backend answers by proxy: ${which}
Answer them in the code behind it: in Nest by \`app.enableCors(…)\`, in main.ts and in \`configure\` of \`runApigen\`. Where other code does, keep this silent with \`@AwsIgnore\` or \`ignore\`, and say so.`;

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
    reports: [report('HandlerController', '/handler')],
  },
  {
    name: 'reports a class under its inherited handlers, and the headers of the others beside it',
    controllers: [ClassController],
    reports: [
      proxied('ClassController', '`GET /class` in `ClassController.read`'),
      report('ClassController', '/class'),
    ],
  },
  {
    name: 'reports a policy of the module',
    controllers: [PlainController],
    options: { ...ANSWERED, cors: policy },
    configure,
    reports: [report('PlainController', '/plain')],
  },
]);
