import { Controller, Get } from '@nestjs/common';
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

testRule('conflicting-options', [
  { name: 'is silent when a handler overrides its class', controllers: [SilentController], reports: [] },
  {
    name: 'reports options and decorators of a handler',
    controllers: [HandlerController],
    reports: [
      `conflicting-options error at HandlerController.request
LambdaAuthorizer \`request\` keeps its answers and has no identity source to keep them by
Name at least one of \`identitySources\`, or set \`resultTtl: 0\`.`,
      `conflicting-options error at HandlerController.request
the option \`identityValidationExpression\` of LambdaAuthorizer \`request\` has no effect in the type \`request\`
Remove it, or set \`type: 'token'\`.`,
      `conflicting-options error at HandlerController.scopes
@AwsAuthorizer was given the scopes \`["read"]\` for an authorizer that knows none
Remove \`scopes\`: only a \`CognitoAuthorizer\` checks them.`,
      `conflicting-options error at HandlerController.templatesOfProxy
the option \`requestTemplates\` of @AwsLambda has no effect in the mode \`proxy\`
Remove it, or set \`mode: 'custom'\`.`,
      `conflicting-options error at HandlerController.templatesOfProxy
the option \`responses\` of @AwsLambda has no effect in the mode \`proxy\`
Remove it, or set \`mode: 'custom'\`.`,
      `conflicting-options error at HandlerController.tokenInQuery
LambdaAuthorizer \`token\` is of the type \`token\` and has the identity sources \`["query.t"]\`
Give it exactly one \`header.\` source, or set \`type: 'request'\`.`,
      `conflicting-options error at HandlerController.twoFunctions
@AwsLambda was given both \`functionArn\` and \`invokeArn\`
Keep one of them.`,
      `conflicting-options error at HandlerController.twoIntegrations
@AwsMock and @AwsLambda stand side by side, and only one of them can count
Keep one of them.`,
    ],
  },
  {
    name: 'reports decorators of a class once',
    controllers: [ClassController],
    reports: [
      `conflicting-options error at ClassController
@AwsPublic and @AwsAuthorizer stand side by side, and only one of them can count
Keep one of them.`,
    ],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    reports: [
      `conflicting-options error at OneController.read
@AwsMock and @AwsHttp stand side by side, and only one of them can count
Keep one of them.`,
    ],
  },
  {
    name: 'reports scopes of the module that its authorizer cannot check',
    controllers: [PlainController],
    options: {
      integration: { kind: 'mock' },
      authorizer: new IamAuthorizer(),
      scopes: ['read'],
    },
    reports: [
      `conflicting-options error at module
AwsGatewayModule.forRoot was given the scopes \`["read"]\` for an authorizer that knows none
Remove \`scopes\`: only a \`CognitoAuthorizer\` checks them.`,
    ],
  },
]);
