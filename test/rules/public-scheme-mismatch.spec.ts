import { Controller, Get } from '@nestjs/common';
import {
  AwsAuthorizer,
  CognitoAuthorizer,
  IamAuthorizer,
  LambdaAuthorizer,
  type LambdaAuthorizerOptions,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

const BEARER = { type: 'http', scheme: 'bearer' } as const;
const functionArn = '${auth_arn}';
const lambda = (
  name: string,
  rest: Partial<Omit<LambdaAuthorizerOptions, 'functionArn' | 'invokeArn'>>,
): LambdaAuthorizer => new LambdaAuthorizer({ functionArn, ...rest, name });

@Controller('silent')
class SilentController {
  @Get('a')
  @AwsAuthorizer(lambda('a', { identitySources: ['header.authorization', 'query.v'], publicScheme: BEARER }))
  otherCase(): void {}

  @Get('b')
  @AwsAuthorizer(lambda('b', { identitySources: [], resultTtl: 0, publicScheme: BEARER }))
  anywhere(): void {}

  @Get('c')
  @AwsAuthorizer(lambda('c', { identitySources: ['context.identity.sourceIp'], publicScheme: BEARER }))
  byAddress(): void {}

  @Get('d')
  @AwsAuthorizer(
    lambda('d', {
      identitySources: ['header.Cookie'],
      publicScheme: { type: 'apiKey', in: 'cookie', name: 'sid' },
    }),
  )
  byCookie(): void {}

  @Get('e')
  @AwsAuthorizer(lambda('e', { identitySources: ['query.token', 'header.x-token'] }))
  byDefault(): void {}

  @Get('f')
  @AwsAuthorizer(
    new CognitoAuthorizer({
      name: 'f',
      userPoolArns: ['${pool_arn}'],
      publicScheme: { type: 'openIdConnect', openIdConnectUrl: 'https://login.example.com' },
    }),
  )
  byLogin(): void {}

  @Get('g')
  @AwsAuthorizer(new IamAuthorizer({ publicScheme: { type: 'apiKey', in: 'header', name: 'X-Signed' } }))
  signed(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('a')
  @AwsAuthorizer(lambda('a', { identitySources: ['header.x-token', 'query.v'], publicScheme: BEARER }))
  first(): void {}

  @Get('b')
  @AwsAuthorizer(
    lambda('b', {
      identitySources: ['query.token'],
      publicScheme: { type: 'apiKey', in: 'query', name: 'Token' },
    }),
  )
  query(): void {}
}

class BaseController {
  @Get('a')
  read(): void {}

  @Get('b')
  again(): void {}
}

@Controller('class')
@AwsAuthorizer(
  new CognitoAuthorizer({
    name: 'pool',
    userPoolArns: ['${pool_arn}'],
    header: 'X-Id-Token',
    publicScheme: BEARER,
  }),
)
class ClassController extends BaseController {}

@Controller('plain')
class PlainController extends BaseController {}

testRule('public-scheme-mismatch', [
  {
    name: 'is silent where the two meet, or where it cannot be told',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [
      [
        'public-scheme-mismatch warning at HandlerController.first GET /handler/a',
        'header.x-token',
        'query.v',
        'publicScheme',
        'header.Authorization',
      ],
      [
        'public-scheme-mismatch warning at HandlerController.query GET /handler/b',
        'query.token',
        'query.Token',
      ],
    ],
  },
  {
    name: 'reports a class once, at the first of its inherited handlers',
    controllers: [ClassController],
    reports: [
      [
        'public-scheme-mismatch warning at ClassController.read GET /class/a',
        'pool',
        'header.X-Id-Token',
        'header.Authorization',
      ],
    ],
  },
  {
    name: 'reports the authorizer of the module once',
    controllers: [PlainController],
    options: {
      ...ANSWERED,
      authorizer: lambda('m', { identitySources: ['header.x-token'], publicScheme: BEARER }),
    },
    reports: [
      [
        'public-scheme-mismatch warning at PlainController.read GET /plain/a',
        'm',
        'header.x-token',
        'header.Authorization',
      ],
    ],
  },
]);
