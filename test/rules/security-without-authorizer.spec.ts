import { Controller, Get, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiSecurity, DocumentBuilder } from '@nestjs/swagger';
import { AwsApiKey, AwsAuthorizer, AwsPublic, IamAuthorizer } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

@Controller('silent')
class SilentController {
  @Get('guarded')
  @ApiBearerAuth()
  @AwsAuthorizer(new IamAuthorizer())
  guarded(): void {}

  @Get('key')
  @ApiSecurity('key')
  @AwsApiKey()
  keyed(): void {}

  @Get('public')
  @ApiBearerAuth()
  @AwsPublic()
  checkedByTheApplication(): void {}

  @Get('optional')
  @ApiSecurity({})
  @ApiBearerAuth()
  optional(): void {}

  @Get('open')
  open(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @ApiBearerAuth()
  @ApiSecurity('tenant')
  read(): void {}
}

class JwtGuard {
  canActivate(): boolean {
    return true;
  }
}

@Controller('application')
@ApiBearerAuth()
@UseGuards(JwtGuard)
class ApplicationController {
  @Get()
  checked(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@ApiBearerAuth('jwt')
class ClassController extends BaseController {}

@Controller('plain')
class PlainController extends BaseController {}

testRule('security-without-authorizer', [
  {
    name: 'is silent on routes that the gateway guards or that say that they are open',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'is silent where `requireAuthorizer` speaks of the route',
    controllers: [HandlerController],
    options: { ...ANSWERED, requireAuthorizer: true },
    reports: [['route-without-authorizer error at HandlerController.read GET /handler', 'requireAuthorizer']],
  },
  {
    name: 'is silent where a guard stands and the application may answer',
    controllers: [ApplicationController],
    options: { integration: { kind: 'http', baseUrl: 'https://backend.example.com' } },
    reports: [],
  },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [
      ['security-without-authorizer warning at HandlerController.read GET /handler', 'tenant', 'bearer'],
    ],
  },
  {
    name: 'reports what the whole document asks for',
    controllers: [PlainController],
    config: new DocumentBuilder().addSecurityRequirements('bearer').build(),
    reports: [['security-without-authorizer warning at PlainController.read GET /plain', 'bearer']],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [['security-without-authorizer warning at ClassController.read GET /class', 'jwt']],
  },
]);
