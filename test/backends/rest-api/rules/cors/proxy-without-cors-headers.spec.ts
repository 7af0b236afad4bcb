import { Controller, Get, Options, Post, type INestApplication, type Type } from '@nestjs/common';
import { AwsCors, AwsHttp, AwsIgnore, AwsIntegration, AwsLambda, AwsMock } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

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
      ['proxy-without-cors-headers warning at HandlerController.feed', 'GET /handler/c'],
      ['proxy-without-cors-headers warning at HandlerController.list', 'GET /handler/a'],
      ['proxy-without-cors-headers warning at HandlerController.raw', 'GET /handler/d'],
    ],
  },
  {
    name: 'reports a class once, for its inherited handlers',
    controllers: [ClassController],
    reports: [
      ['proxy-without-cors-headers warning at ClassController', 'GET /class', 'ClassController.read'],
    ],
  },
  {
    name: 'reports the module once, for all that has no policy of its own',
    controllers: [ClassController, PlainController],
    options: { ...ANSWERED, cors: policy },
    reports: [
      ['proxy-without-cors-headers warning at module', 'GET /plain', 'PlainController.read'],
      ['proxy-without-cors-headers warning at ClassController', 'GET /class', 'ClassController.read'],
    ],
  },
  {
    name: 'leaves out the routes that say why, and speaks of the others',
    controllers: [PartlyController, createTwin('one', true), createTwin('two', false)],
    reports: [
      ['proxy-without-cors-headers warning at PartlyController', 'GET /partly/b', 'PartlyController.b'],
      ['proxy-without-cors-headers warning at TwinController', 'GET /two', 'TwinController.read'],
    ],
  },
]);
