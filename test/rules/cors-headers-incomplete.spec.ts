import { Body, Controller, Get, Post, Version, VersioningType } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConsumes,
  ApiCookieAuth,
  ApiHeader,
  ApiProperty,
  DocumentBuilder,
} from '@nestjs/swagger';
import { AwsApiKey, AwsAuthorizer, AwsCors, AwsMock, AwsPublic, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { ANSWERED, testRule, type Report } from '../support/test-rule.js';

const APP = ['https://app.example.com'];
const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${authorizer_arn}' });
const session = new LambdaAuthorizer({
  name: 'session',
  functionArn: '${authorizer_arn}',
  identitySources: ['header.Cookie'],
});

@Controller('silent')
@AwsMock()
class SilentController {
  @Get('derived')
  @AwsAuthorizer(bearer)
  @AwsCors({ allowOrigins: APP })
  derived(): void {}

  @Get('listed')
  @AwsAuthorizer(bearer)
  @AwsCors({ allowOrigins: APP, allowHeaders: ['authorization'] })
  listed(): void {}

  @Get('any')
  @AwsApiKey()
  @AwsCors({ allowOrigins: APP, allowHeaders: ['*'] })
  any(): void {}

  @Get('cookie')
  @AwsAuthorizer(session)
  @AwsCors({ allowOrigins: APP, allowCredentials: true, allowHeaders: ['X-Trace'] })
  cookie(): void {}
}

@Controller('handler')
@AwsMock()
class HandlerController {
  @Get('a')
  @AwsAuthorizer(bearer)
  @AwsApiKey()
  @AwsCors({ allowOrigins: APP, allowHeaders: ['X-Trace'] })
  a(): void {}

  @Get('b')
  @AwsAuthorizer(bearer)
  @AwsCors({ allowOrigins: APP, allowHeaders: ['*'] })
  b(): void {}

  @Get('c')
  @AwsAuthorizer(session)
  @AwsCors({ allowOrigins: APP })
  c(): void {}

  @Get('d')
  @AwsPublic()
  @ApiBearerAuth()
  @AwsCors({ allowOrigins: APP, allowHeaders: ['Content-Type'] })
  d(): void {}
}

class ItemDto {
  @ApiProperty() declare name: string;
}

@Controller('documented')
@AwsMock()
class DocumentedController {
  @Post('silent')
  @ApiHeader({ name: 'X-Optional', required: false })
  @ApiConsumes('application/x-www-form-urlencoded', 'application/json')
  @AwsCors({ allowOrigins: APP, allowHeaders: ['X-Trace'] })
  silent(@Body() _item: ItemDto): void {}

  @Get('either')
  @AwsPublic()
  @ApiCookieAuth()
  @ApiBearerAuth()
  @AwsCors({ allowOrigins: APP, allowHeaders: ['Authorization'] })
  either(): void {}

  @Post('body')
  @AwsCors({ allowOrigins: APP, allowHeaders: ['X-Trace'] })
  body(@Body() _item: ItemDto): void {}

  @Get('cookie')
  @AwsPublic()
  @ApiCookieAuth()
  @AwsCors({ allowOrigins: APP })
  cookie(): void {}

  @Get('header')
  @ApiHeader({ name: 'X-Tenant', required: true })
  @AwsCors({ allowOrigins: APP, allowHeaders: ['X-Trace'] })
  header(): void {}
}

@Controller('plain')
class PlainController {
  @Get()
  @AwsAuthorizer(session)
  read(): void {}

  @Post()
  write(@Body() _item: ItemDto): void {}
}

@Controller('gateway')
class GatewayController {
  @Post()
  @AwsCors({ allowOrigins: APP, allowHeaders: ['X-Trace'] })
  body(@Body() _item: ItemDto): void {}
}

@Controller('versions')
@AwsMock()
@AwsCors({ allowOrigins: APP, allowHeaders: ['X-Trace'] })
class VersionsController {
  @Get()
  @Version('1')
  one(): void {}

  @Get()
  @Version('2')
  two(): void {}
}

class BaseController {
  @Get()
  read(): void {}

  @Post()
  write(): void {}
}

@Controller('class')
@AwsMock()
@AwsAuthorizer(bearer)
@AwsCors({ allowOrigins: APP, allowHeaders: ['X-Trace'] })
class ClassController extends BaseController {}

const report = (place: string, ...values: readonly string[]): Report => [
  `cors-headers-incomplete warning at ${place}`,
  ...values,
];

testRule('cors-headers-incomplete', [
  { name: 'is silent where the list has what is needed', controllers: [SilentController], reports: [] },
  {
    name: 'reports handlers',
    controllers: [HandlerController],
    config: new DocumentBuilder().addBearerAuth().build(),
    reports: [
      report('HandlerController.a', 'Authorization', 'X-Api-Key', 'GET /handler/a'),
      report('HandlerController.b', '*', 'Authorization', 'GET /handler/b'),
      report('HandlerController.c', 'Cookie', 'GET /handler/c'),
      report('HandlerController.d', 'Authorization', 'GET /handler/d'),
    ],
  },
  {
    name: 'reports what a page has to send: the type of a body, a required header, a cookie',
    controllers: [DocumentedController],
    config: new DocumentBuilder().addBearerAuth().addCookieAuth('sid').build(),
    reports: [
      report('DocumentedController.body', 'Content-Type', 'POST /documented/body'),
      report('DocumentedController.cookie', 'Cookie', 'GET /documented/cookie'),
      report('DocumentedController.header', 'X-Tenant', 'GET /documented/header'),
    ],
  },
  {
    name: 'reports the header that chooses a version',
    controllers: [VersionsController],
    configure: (app) => app.enableVersioning({ type: VersioningType.HEADER, header: 'X-Version' }),
    reports: [report('VersionsController', 'X-Version', 'GET /versions')],
  },
  {
    name: 'is silent on `Accept`, which a page may always send',
    controllers: [VersionsController],
    configure: (app) => app.enableVersioning({ type: VersioningType.MEDIA_TYPE, key: 'v=' }),
    reports: [],
  },
  {
    name: 'names the options of `enableCors` where the policy follows from it',
    controllers: [PlainController],
    configure: (app) => app.enableCors({ origin: APP, allowedHeaders: ['X-Trace'] }),
    reports: [
      report('module', 'allowedHeaders', 'Content-Type', 'POST /plain'),
      report('module', 'enableCors', 'credentials: true', 'GET /plain'),
    ],
  },
  {
    name: 'reports handlers behind an HTTP API',
    controllers: [GatewayController],
    options: { ...ANSWERED, gateway: 'http-api' },
    reports: [report('GatewayController.body', 'Content-Type', 'POST /gateway')],
  },
  {
    name: 'reports a class once',
    controllers: [ClassController],
    reports: [report('ClassController', 'Authorization', 'GET /class')],
  },
]);
