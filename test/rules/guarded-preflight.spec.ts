import { All, Controller, Get, Options } from '@nestjs/common';
import { AwsApiKey, AwsAuthorizer, AwsPublic, IamAuthorizer, JwtAuthorizer } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

const iam = new IamAuthorizer();
const jwt = new JwtAuthorizer({
  name: 'jwt',
  issuer: 'https://id.example.com',
  audience: ['shop'],
  kong: { publicKeys: [{ pem: '${issuer_key}' }] },
});

@Controller('silent')
@AwsAuthorizer(iam)
@AwsApiKey()
class SilentController {
  @Get()
  read(): void {}

  @Options()
  @AwsPublic()
  @AwsApiKey(false)
  preflight(): void {}

  @All('any')
  any(): void {}
}

@Controller('handler')
class HandlerController {
  @Options('a')
  @AwsAuthorizer(iam)
  guarded(): void {}

  @Options('b')
  @AwsApiKey()
  keyed(): void {}

  @Options('c')
  @AwsAuthorizer(iam)
  @AwsApiKey()
  both(): void {}
}

class BaseController {
  @Options()
  preflight(): void {}
}

@Controller('class')
@AwsAuthorizer(iam)
class ClassController extends BaseController {}

@Controller('plain')
@AwsPublic()
class PlainController extends BaseController {}

@Controller('own')
class OwnController extends BaseController {}

testRule('guarded-preflight', [
  { name: 'is silent on an open OPTIONS in a guarded class', controllers: [SilentController], reports: [] },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [
      ['guarded-preflight error at HandlerController.both OPTIONS /handler/c', 'iam'],
      ['guarded-preflight error at HandlerController.guarded OPTIONS /handler/a', 'iam'],
      'guarded-preflight error at HandlerController.keyed OPTIONS /handler/b',
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [['guarded-preflight error at ClassController.preflight OPTIONS /class', 'iam']],
  },
  {
    name: 'reports what comes from the module',
    controllers: [PlainController],
    options: { ...ANSWERED, authorizer: iam, apiKey: true },
    reports: ['guarded-preflight error at PlainController.preflight OPTIONS /plain'],
  },
  {
    name: 'reports an authorizer behind an HTTP API',
    controllers: [OwnController],
    options: { ...ANSWERED, gateway: 'http-api', authorizer: jwt },
    reports: [['guarded-preflight error at OwnController.preflight OPTIONS /own', 'jwt']],
  },
  {
    name: 'reports an authorizer behind Kong',
    controllers: [OwnController],
    options: { ...ANSWERED, gateway: 'kong', region: 'eu-west-1', authorizer: jwt },
    reports: [['guarded-preflight error at OwnController.preflight OPTIONS /own', 'jwt']],
  },
]);
