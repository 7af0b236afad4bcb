import { Controller, Get, Post } from '@nestjs/common';
import { ApiBearerAuth, DocumentBuilder } from '@nestjs/swagger';
import { AwsApiKey, AwsAuthorizer, AwsCors, AwsMock, AwsPublic, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { testRule, type Report } from '../../../../support/test-rule.js';

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
    name: 'reports a class once',
    controllers: [ClassController],
    reports: [report('ClassController', 'Authorization', 'GET /class')],
  },
]);
