import { Controller, Get, Options, Post, type INestApplication, type Type } from '@nestjs/common';
import { AwsCors, AwsHttp, AwsIgnore, AwsIntegration, AwsLambda, AwsMock } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

const policy = { allowOrigins: ['https://app.example.com'] };
const CODE = 'proxy-without-cors-headers';
const why = 'the function answers them';
const configure = (app: INestApplication): void => app.enableCors({ origin: 'https://app.example.com' });

@Controller('silent')
@AwsCors(policy)
class SilentController {
  @Get('mock')
  @AwsMock()
  mock(): void {}

  @Get('custom')
  @AwsLambda({ functionArn: '${custom_arn}', mode: 'custom' })
  custom(): void {}

  @Get('raw')
  @AwsIntegration({
    type: 'http',
    httpMethod: 'GET',
    uri: '${url}',
    responses: { default: { statusCode: 200 } },
  })
  raw(): void {}

  @Get('none')
  @AwsCors(false)
  @AwsLambda('${function_arn}')
  none(): void {}
}

/** Answered by the application itself, which calls `enableCors`. */
@Controller('application')
@AwsCors(policy)
class ApplicationController {
  @Get('function')
  byModule(): void {}

  @Get('container')
  @AwsHttp('https://api.internal.example.com/')
  byContainer(): void {}
}

@Controller('handler')
class HandlerController {
  @Get(['a', 'b'])
  @AwsCors(policy)
  @AwsLambda('${list_arn}')
  list(): void {}

  @Get('c')
  @AwsCors(policy)
  @AwsHttp({ url: 'https://feed.example.com/all' })
  feed(): void {}

  @Get('d')
  @AwsCors(policy)
  @AwsIntegration({ type: 'AWS_PROXY', httpMethod: 'POST', uri: '${invoke_arn}' })
  raw(): void {}
}

class BaseController {
  @Get()
  read(): void {}

  @Post()
  write(): void {}

  @Options('own')
  @AwsCors(false)
  preflight(): void {}
}

@Controller('class')
@AwsCors(policy)
class ClassController extends BaseController {}

@Controller('plain')
class PlainController extends BaseController {}

@Controller('partly')
@AwsCors(policy)
class PartlyController {
  @Get('a')
  @AwsIgnore(CODE, why)
  a(): void {}

  @Get('b')
  b(): void {}
}

function createTwin(path: string, ignored: boolean): Type {
  @Controller(path)
  @AwsCors(policy)
  class TwinController extends BaseController {}
  if (ignored) AwsIgnore(CODE, why)(TwinController);
  return TwinController;
}

const report = (place: string, which: string): string =>
  `proxy-without-cors-headers warning at ${place}
API Gateway cannot add the headers of this CORS policy to what a function or a backend answers by proxy: ${which}
Answer them in the code behind it: in Nest by \`app.enableCors(…)\`, in main.ts and in \`configure\` of \`runApigen\`. Where other code does, keep this silent with \`@AwsIgnore\` or \`ignore\`, and say so.`;

testRule('proxy-without-cors-headers', [
  { name: 'is silent where API Gateway adds them', controllers: [SilentController], reports: [] },
  {
    name: 'is silent where the application was seen to answer them',
    controllers: [ApplicationController, ClassController],
    configure,
    reports: [],
  },
  {
    name: 'reports handlers, each once, though the application answers its own',
    controllers: [HandlerController],
    configure,
    reports: [
      report('HandlerController.feed', '`GET /handler/c` in `HandlerController.feed`'),
      report('HandlerController.list', '2 routes, the first `GET /handler/a` in `HandlerController.list`'),
      report('HandlerController.raw', '`GET /handler/d` in `HandlerController.raw`'),
    ],
  },
  {
    name: 'reports a class once, for its inherited handlers',
    controllers: [ClassController],
    reports: [report('ClassController', '2 routes, the first `GET /class` in `ClassController.read`')],
  },
  {
    name: 'reports the module once, for all that has no policy of its own',
    controllers: [ClassController, PlainController],
    options: { ...ANSWERED, cors: policy },
    reports: [
      report('module', '2 routes, the first `GET /plain` in `PlainController.read`'),
      report('ClassController', '2 routes, the first `GET /class` in `ClassController.read`'),
    ],
  },
  {
    name: 'leaves out the routes that say why, and speaks of the others',
    controllers: [PartlyController, createTwin('one', true), createTwin('two', false)],
    reports: [
      report('PartlyController', '`GET /partly/b` in `PartlyController.b`'),
      report('TwinController', '2 routes, the first `GET /two` in `TwinController.read`'),
    ],
  },
]);
