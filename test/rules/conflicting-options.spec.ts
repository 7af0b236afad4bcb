import { Controller, Get, type Type } from '@nestjs/common';
import {
  AwsAuthorizer,
  AwsHttp,
  AwsLambda,
  AwsMock,
  AwsPublic,
  CognitoAuthorizer,
  IamAuthorizer,
  LambdaAuthorizer,
} from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

const pool = new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${pool_arn}'] });
const bearer = new LambdaAuthorizer({
  name: 'bearer',
  functionArn: '${auth_arn}',
  type: 'token',
  identityValidationExpression: '^Bearer .+$',
});

@Controller('silent')
@AwsAuthorizer(pool, { scopes: ['read'] })
@AwsMock()
class SilentController {
  @Get('a')
  @AwsPublic()
  @AwsHttp('https://example.com')
  overrides(): void {}

  @Get('b')
  @AwsAuthorizer(bearer)
  guarded(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('a')
  @AwsMock()
  @AwsLambda('${function_arn}')
  twoIntegrations(): void {}

  @Get('b')
  @AwsLambda({ functionArn: '${function_arn}', invokeArn: '${invoke_arn}' } as never)
  twoFunctions(): void {}

  @Get('c')
  @AwsLambda({ functionArn: '${function_arn}', requestTemplates: {}, responses: {} })
  templatesOfProxy(): void {}

  @Get('d')
  @AwsAuthorizer(new IamAuthorizer(), { scopes: ['read'] })
  scopes(): void {}

  @Get('e')
  @AwsAuthorizer(
    new LambdaAuthorizer({
      name: 'token',
      functionArn: '${auth_arn}',
      type: 'token',
      identitySources: ['query.t'],
    }),
  )
  tokenInQuery(): void {}

  @Get('f')
  @AwsAuthorizer(
    new LambdaAuthorizer({
      name: 'request',
      functionArn: '${auth_arn}',
      identitySources: [],
      identityValidationExpression: 'x',
    }),
  )
  request(): void {}

  @Get('g')
  @AwsAuthorizer(
    new LambdaAuthorizer({
      name: 'simple',
      functionArn: '${auth_arn}',
      payloadFormat: '1.0',
      simpleResponses: true,
    }),
  )
  simple(): void {}
}

@Controller('class')
@AwsPublic()
@AwsAuthorizer(pool)
class ClassController {
  @Get()
  first(): void {}

  @Get('second')
  second(): void {}
}

class BaseController {
  @Get()
  @AwsMock()
  @AwsHttp('https://example.com')
  read(): void {}
}

@Controller('one')
class OneController extends BaseController {}

@Controller('plain')
class PlainController {
  @Get()
  read(): void {}
}

function createNamed(path: string): Type {
  @Controller(path)
  @AwsMock()
  @AwsLambda('${function_arn}')
  class NamedController {
    @Get()
    read(): void {}
  }
  return NamedController;
}

testRule('conflicting-options', [
  { name: 'is silent when a handler overrides its class', controllers: [SilentController], reports: [] },
  {
    name: 'reports options and decorators of a handler',
    controllers: [HandlerController],
    reports: [
      'conflicting-options error at HandlerController.request',
      ['conflicting-options error at HandlerController.request', 'identityValidationExpression'],
      ['conflicting-options error at HandlerController.scopes', '["read"]'],
      ['conflicting-options error at HandlerController.simple', 'simpleResponses', "payloadFormat: '1.0'"],
      ['conflicting-options error at HandlerController.templatesOfProxy', 'requestTemplates'],
      ['conflicting-options error at HandlerController.templatesOfProxy', 'responses'],
      ['conflicting-options error at HandlerController.tokenInQuery', 'token', '["query.t"]'],
      ['conflicting-options error at HandlerController.twoFunctions', 'functionArn', 'invokeArn'],
      'conflicting-options error at HandlerController.twoIntegrations',
    ],
  },
  {
    name: 'reports decorators of a class once',
    controllers: [ClassController],
    reports: ['conflicting-options error at ClassController'],
  },
  {
    name: 'reports each of two classes of one name',
    controllers: [createNamed('a'), createNamed('b')],
    reports: ['conflicting-options error at NamedController', 'conflicting-options error at NamedController'],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    reports: ['conflicting-options error at OneController.read'],
  },
  {
    name: 'reports scopes of the module that its authorizer cannot check',
    controllers: [PlainController],
    options: {
      integration: { kind: 'mock' },
      authorizer: new IamAuthorizer(),
      scopes: ['read'],
    },
    reports: [['conflicting-options error at module', '["read"]']],
  },
]);
