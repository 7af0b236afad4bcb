import { Controller, Get, UseGuards, type CanActivate } from '@nestjs/common';
import {
  AwsAuthorizer,
  AwsDynamoDb,
  AwsHttp,
  AwsIgnore,
  AwsLambda,
  AwsMock,
  AwsPublic,
  fromPath,
  IamAuthorizer,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

class RolesGuard implements CanActivate {
  canActivate(): boolean {
    return true;
  }
}
class TenantGuard extends RolesGuard {}
const iam = new IamAuthorizer();

@Controller('silent')
@AwsAuthorizer(iam)
class SilentController {
  @Get('application')
  @UseGuards(RolesGuard)
  ofApplication(): void {}

  @Get('container')
  @UseGuards(RolesGuard)
  @AwsHttp('https://backend.example.com')
  ofContainer(): void {}

  @Get('mock')
  @AwsMock({})
  unguarded(): void {}

  @Get('settled')
  @UseGuards(RolesGuard)
  @AwsIgnore('guard-without-effect', 'the authorizer knows the roles')
  @AwsMock({})
  settled(): void {}
}

@Controller('handler')
@AwsAuthorizer(iam)
class HandlerController {
  @Get('mock')
  @UseGuards(RolesGuard, new TenantGuard())
  @AwsMock({})
  mock(): void {}

  @Get('function')
  @UseGuards(RolesGuard)
  @AwsLambda('${report_arn}')
  ofFunction(): void {}
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
@UseGuards(RolesGuard)
class ClassController extends BaseController {}

@Controller('plain')
class PlainController extends BaseController {
  @Get('open/health')
  @AwsPublic()
  @AwsMock({})
  health(): void {}
}

testRule('guard-without-effect', [
  {
    name: 'is silent where the application may answer, and where the author settles it',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'is an error for guards of the handler, and a warning before a function of its own',
    controllers: [HandlerController],
    reports: [
      ['guard-without-effect error at HandlerController.mock GET /handler/mock', 'RolesGuard', 'TenantGuard'],
      ['guard-without-effect warning at HandlerController.ofFunction GET /handler/function', 'RolesGuard'],
    ],
  },
  {
    name: 'warns of the guards of a class, under its inherited handler',
    controllers: [ClassController],
    options: { ...ANSWERED, authorizer: iam },
    reports: [['guard-without-effect warning at ClassController.read GET /class/{id}', 'RolesGuard']],
  },
  {
    name: 'warns of a global guard, but not on an open route',
    controllers: [PlainController],
    options: { ...ANSWERED, authorizer: iam },
    configure: (app) => app.useGlobalGuards(new TenantGuard(), { canActivate: () => true }),
    reports: [
      [
        'guard-without-effect warning at PlainController.read GET /plain/{id}',
        '`TenantGuard` and a guard do not run',
      ],
    ],
  },
  {
    name: 'takes one reason for the whole application',
    controllers: [PlainController, ClassController],
    options: { ...ANSWERED, authorizer: iam, ignore: { 'guard-without-effect': 'pools hold the roles' } },
    configure: (app) => app.useGlobalGuards(new TenantGuard()),
    reports: [],
  },
]);
