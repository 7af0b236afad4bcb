import { All, Controller, Get, Options, Post, UseGuards, type INestApplication } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiHeader, DocumentBuilder } from '@nestjs/swagger';
import { AwsAuthorizer, AwsCors, AwsHttp, AwsLambda, AwsPublic, IamAuthorizer } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

const iam = new IamAuthorizer();
const SCHEMES = new DocumentBuilder().addBearerAuth().addCookieAuth('sid').build();
const configure = (app: INestApplication): void => app.enableCors({ origin: /example/ });

class OpenGuard {
  canActivate(): boolean {
    return true;
  }
}

@Controller('silent')
class SilentController {
  @Get()
  @ApiHeader({ name: 'Accept-Language', required: true })
  @ApiCookieAuth()
  @UseGuards(OpenGuard)
  plain(): void {}

  @All('any')
  any(): void {}

  @Post('own')
  create(): void {}

  @Options('own')
  preflight(): void {}

  @Post('none')
  @AwsCors(false)
  thoughtOf(): void {}

  @Post('elsewhere')
  @AwsLambda('${other_function_arn}')
  elsewhere(): void {}
}

@Controller('handler')
class HandlerController {
  @Post('a')
  create(): void {}

  @Get('b')
  @AwsAuthorizer(iam)
  guarded(): void {}

  @All('c')
  @AwsAuthorizer(iam)
  any(): void {}
}

@Controller('headers')
class HeadersController {
  @Get('token')
  @ApiBearerAuth()
  @UseGuards(OpenGuard)
  token(): void {}

  @Get('tenant')
  @ApiHeader({ name: 'X-Tenant', required: true })
  tenant(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsHttp('https://api.internal.example.com')
@AwsAuthorizer(iam)
class ClassController extends BaseController {}

@Controller('open')
@AwsPublic()
class OpenController extends BaseController {}

testRule('cors-without-preflight', [
  {
    name: 'is silent where none is needed, where one passes, and where another backend answers',
    controllers: [SilentController, OpenController],
    configure,
    config: SCHEMES,
    reports: [],
  },
  {
    name: 'is silent in an application without CORS',
    controllers: [HandlerController, ClassController],
    reports: [],
  },
  {
    name: 'is silent where the origins are known: API Gateway answers as the application',
    controllers: [HandlerController],
    configure: (app) => app.enableCors({ origin: 'https://app.example.com' }),
    reports: [],
  },
  {
    name: 'reports handlers, once for all',
    controllers: [HandlerController],
    configure,
    reports: [
      [
        'cors-without-preflight warning at module',
        'enableCors',
        'POST /handler/a',
        'HandlerController.create',
      ],
    ],
  },
  {
    name: 'reports a GET whose documented headers need one',
    controllers: [HeadersController],
    configure,
    config: SCHEMES,
    reports: [['cors-without-preflight warning at module', '2 routes']],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    configure,
    reports: [
      ['cors-without-preflight warning at module', 'enableCors', 'GET /class', 'ClassController.read'],
    ],
  },
  {
    name: 'reports a class behind an HTTP API',
    controllers: [ClassController],
    options: { ...ANSWERED, gateway: 'http-api' },
    configure,
    reports: ['cors-without-preflight warning at module'],
  },
]);
