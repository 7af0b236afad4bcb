import { Controller, Get, Post, UseGuards, type CanActivate } from '@nestjs/common';
import {
  AwsAuthorizer,
  AwsDynamoDb,
  AwsHttp,
  AwsIgnore,
  AwsIntegration,
  AwsLambda,
  AwsMock,
  AwsPublic,
  fromPath,
  IamAuthorizer,
} from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

class JwtGuard implements CanActivate {
  canActivate(): boolean {
    return true;
  }
}
class RolesGuard extends JwtGuard {}
const iam = new IamAuthorizer();
const responses = {
  default: { statusCode: '200' },
  '4\\d{2}': { statusCode: '400' },
  '5\\d{2}': { statusCode: '500' },
};

@Controller('silent')
@UseGuards(JwtGuard)
class SilentController {
  @Get('function')
  @AwsLambda('${shared_arn}')
  ofFunction(): void {}

  @Get('same-function')
  @AwsLambda('${shared_arn}')
  ofSameFunction(): void {}

  @Get('container')
  @AwsHttp('https://backend.example.com')
  ofContainer(): void {}

  @Post('async')
  @AwsIntegration({
    type: 'aws',
    httpMethod: 'POST',
    uri: 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${function_arn}/invocations',
    responses,
  })
  ofRawFunction(): void {}
}

@Controller('health')
class HealthController {
  @Get()
  @AwsPublic()
  @AwsMock({})
  check(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('mock')
  @UseGuards(JwtGuard, new RolesGuard())
  @AwsMock({})
  mock(): void {}

  @Get('public')
  @UseGuards(JwtGuard)
  @AwsPublic()
  @AwsMock({})
  contradiction(): void {}

  @Get('raw')
  @UseGuards(JwtGuard)
  @AwsIntegration({
    type: 'aws',
    httpMethod: 'POST',
    uri: 'arn:aws:apigateway:eu-west-1:sqs:path/111122223333/jobs',
    credentials: '${role_arn}',
    responses,
  })
  raw(): void {}
}

@Controller('function')
@UseGuards(JwtGuard)
class FunctionController {
  @Get()
  @AwsLambda('${read_arn}')
  read(): void {}

  @Get('async')
  @AwsLambda({ functionArn: '${job_arn}', mode: 'async' })
  async(): void {}

  @Get('authorized')
  @AwsAuthorizer(iam)
  @AwsIgnore('guard-without-effect', 'the function checks the roles')
  @AwsLambda('${authorized_arn}')
  authorized(): void {}
}

class BaseController {
  @Get(':id')
  @AwsDynamoDb({
    action: 'GetItem',
    table: '${table}',
    key: { pk: fromPath('id') },
    credentials: '${role_arn}',
    responses: { default: { statusCode: '200' } },
  })
  read(): void {}
}

@Controller('class')
@UseGuards(JwtGuard)
class ClassController extends BaseController {}

@Controller('plain')
class PlainController extends BaseController {}

testRule('guard-without-authorizer', [
  {
    name: 'is silent where the application may answer',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'takes `@AwsPublic` as the answer to a global guard',
    controllers: [HealthController],
    configure: (app) => app.useGlobalGuards(new JwtGuard()),
    reports: [],
  },
  {
    name: 'reports handlers, and a guard beside `@AwsPublic`',
    controllers: [HandlerController],
    reports: [
      ['guard-without-authorizer error at HandlerController.contradiction GET /handler/public', 'JwtGuard'],
      [
        'guard-without-authorizer error at HandlerController.mock GET /handler/mock',
        'JwtGuard',
        'RolesGuard',
      ],
      ['guard-without-authorizer error at HandlerController.raw GET /handler/raw', 'JwtGuard'],
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [['guard-without-authorizer error at ClassController.read GET /class/{id}', 'JwtGuard']],
  },
  {
    name: 'warns where a function of its own answers the route of a handler',
    controllers: [FunctionController],
    reports: [
      ['guard-without-authorizer warning at FunctionController.async GET /function/async', 'JwtGuard'],
      ['guard-without-authorizer warning at FunctionController.read GET /function', 'JwtGuard'],
    ],
  },
  {
    name: 'reports a global guard',
    controllers: [PlainController],
    configure: (app) => app.useGlobalGuards(new JwtGuard()),
    reports: [['guard-without-authorizer error at PlainController.read GET /plain/{id}', 'JwtGuard']],
  },
]);
