import { Controller, Get, Header, Post, UseGuards, type Type } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiHeader } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsExclude,
  AwsHttp,
  AwsIgnore,
  AwsIntegration,
  AwsLambda,
  AwsMock,
  AwsPublic,
  AwsSqs,
  AwsValidation,
  CognitoAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { explainRoute, type Explanation } from '../../../lib/cli/explain/explain-route.js';
import { findRoutes } from '../../../lib/cli/explain/find-routes.js';
import { formatExplanation } from '../../../lib/cli/explain/format-explanation.js';
import { compileControllers } from '../../support/create-app.js';
import { ANSWERED } from '../../support/test-rule.js';

const pool = new CognitoAuthorizer({ name: '${pool}', userPoolArns: ['${pool_arn}'] });

async function explain(
  query: string,
  controllers: readonly Type[],
  options: AwsGatewayOptions = ANSWERED,
): Promise<readonly Explanation[]> {
  const compiled = await compileControllers(controllers, options);
  return findRoutes(compiled.model, query).map((found) => explainRoute(found, compiled));
}

/** `name value < from` of the one route that is asked for. */
async function settings(...given: Parameters<typeof explain>): Promise<readonly string[]> {
  const [explained, ...others] = await explain(...given);
  expect(others).toEqual([]);
  return explained!.settings.map(({ name, value, from }) => `${name} ${JSON.stringify(value)} < ${from}`);
}

class JwtGuard {
  canActivate(): boolean {
    return true;
  }
}

@Controller('plain')
class PlainController {
  @Get()
  read(): void {}
}

@AwsAuthorizer(pool, { scopes: ['plain/read'] })
@AwsCors({ allowOrigins: ['https://app.example.com', '${origin}'], maxAge: 600, exposeHeaders: ['ETag'] })
class BaseController {
  @Get()
  @AwsLambda({ functionArn: '${read_arn}', timeout: 5000, credentials: '${role_arn}' })
  @AwsApiKey()
  @AwsValidation('params')
  @ApiHeader({ name: 'X-Tenant' })
  read(): void {}

  @Post()
  @AwsPublic()
  @AwsCors({ allowOrigins: ['*'], allowHeaders: ['A'], allowCredentials: false })
  @AwsSqs({ queueUrl: '${queue_url}', message: 'go' })
  @ApiExcludeEndpoint()
  send(): void {}
}

@Controller('derived')
@AwsHttp('https://${host}')
class DerivedController extends BaseController {
  @Get('own')
  own(): void {}
}

const PLACES = [
  'region "${AWS::Region}" < default: API Gateway fills it in on import',
  'partition "${AWS::Partition}" < default: API Gateway fills it in on import',
  'accountId "${AWS::AccountId}" < default: API Gateway fills it in on import',
  'gateway "rest-api" < default: --gateway, or forRoot({ gateway })',
];
const SHOWN = 'public true < default: NestJS documents the route';

describe('the settings of a route', () => {
  it('come from the module and its defaults', async () => {
    expect(await settings('GET /plain', [PlainController])).toEqual([
      'integration "lambda ${function_arn}" < forRoot({ integration })',
      'authorizer null < default: none, so the route is open',
      'apiKey false < default: no key is required',
      'cors null < default: none',
      'validation "none" < default: the backend validates requests',
      'credentials null < default: the resource policy of the function allows the call',
      'timeout 29000 < default: the limit of API Gateway, in milliseconds',
      ...PLACES,
      SHOWN,
    ]);
    expect(
      await settings('GET /plain', [PlainController], {
        integration: { kind: 'http', baseUrl: 'https://${host}', timeout: 1000 },
        authorizer: pool,
        apiKey: true,
        cors: false,
        validation: 'body',
        region: 'eu-west-1',
        partition: '${partition}',
        accountId: '111122223333',
        credentials: '${unused_role_arn}',
      }),
    ).toEqual([
      'integration "http GET https://${host}/plain" < forRoot({ integration })',
      'authorizer "${pool}" < forRoot({ authorizer })',
      'scopes [] < default: none',
      'apiKey true < forRoot({ apiKey })',
      'cors null < forRoot({ cors })',
      'validation "body" < forRoot({ validation })',
      'credentials null < default: none',
      'timeout 1000 < forRoot({ integration })',
      'region "eu-west-1" < forRoot({ region })',
      'partition "${partition}" < forRoot({ partition })',
      'accountId "111122223333" < forRoot({ accountId })',
      'gateway "rest-api" < default: --gateway, or forRoot({ gateway })',
      SHOWN,
    ]);
  });

  it('come from the handler and from its class’s base', async () => {
    const cors = '@AwsCors on the base class BaseController';
    expect(await settings('DerivedController.read', [DerivedController])).toEqual([
      'integration "lambda ${read_arn}" < @AwsLambda on the handler',
      'authorizer "${pool}" < @AwsAuthorizer on the base class BaseController',
      'scopes ["plain/read"] < @AwsAuthorizer on the base class BaseController',
      'apiKey true < @AwsApiKey on the handler',
      `cors.allowOrigins ["https://app.example.com","\${origin}"] < ${cors}`,
      'cors.allowMethods ["GET","OPTIONS","POST"] < default: the routes of the path',
      'cors.allowHeaders ["Authorization","Content-Type","X-Api-Key","X-Tenant"] < default: the headers that the routes of the path accept',
      `cors.exposeHeaders ["ETag"] < ${cors}`,
      'cors.allowCredentials false < default: no',
      `cors.maxAge 600 < ${cors}`,
      'validation "params" < @AwsValidation on the handler',
      'credentials "${role_arn}" < @AwsLambda on the handler',
      'timeout 5000 < @AwsLambda on the handler',
      ...PLACES,
      SHOWN,
    ]);
    expect((await settings('GET /derived/own', [DerivedController]))[0]).toBe(
      'integration "http GET https://${host}/derived/own" < @AwsHttp on the class DerivedController',
    );
  });

  it('say what a service takes over, and what Swagger hides', async () => {
    const found = await settings('send', [DerivedController], { credentials: '${gateway_role_arn}' });
    expect(found).toEqual([
      'integration "sqs SendMessage ${queue_url}" < @AwsSqs on the handler',
      'authorizer null < @AwsPublic on the handler',
      'apiKey false < default: no key is required',
      'cors.allowOrigins ["*"] < @AwsCors on the handler',
      'cors.allowMethods ["GET","OPTIONS","POST"] < default: the routes of the path',
      'cors.allowHeaders ["A"] < @AwsCors on the handler',
      'cors.exposeHeaders [] < default: none',
      'cors.allowCredentials false < default: no',
      'cors.maxAge null < default: chosen by the browser',
      'validation "all" < default: invalid requests must not reach a service',
      'credentials "${gateway_role_arn}" < forRoot({ credentials })',
      'timeout 29000 < default: the limit of API Gateway, in milliseconds',
      ...PLACES,
      'public false < Swagger decorators or options hide the route',
    ]);
  });

  it('have the answer of Kong to preflights', async () => {
    const kong: AwsGatewayOptions = { ...ANSWERED, gateway: 'kong', region: 'eu-west-1' };
    @Controller('kong')
    @AwsCors({ allowOrigins: ['https://app.example.com'] })
    class KongController {
      @Get()
      read(): void {}

      @Post()
      add(): void {}
    }
    expect(await settings('GET /kong', [KongController], kong)).toEqual(
      expect.arrayContaining([
        'cors.allowMethods ["GET","OPTIONS","POST"] < default: the routes of the path',
        'cors.allowHeaders ["Content-Type"] < default: the headers that the routes of the path accept',
      ]),
    );
  });

  it('of AWS’s own terms are read where they say what they say', async () => {
    @Controller('raw')
    @AwsMock()
    class RawController {
      @Get()
      @AwsIntegration({
        type: 'aws_proxy',
        httpMethod: 'POST',
        uri: '${arn}',
        credentials: '${role}',
        timeoutInMillis: 99,
      })
      read(): void {}

      @Get('mock')
      mock(): void {}
    }
    expect((await settings('GET /raw', [RawController])).slice(0, 7)).toEqual([
      'integration "raw aws_proxy" < @AwsIntegration on the handler',
      'authorizer null < default: none, so the route is open',
      'apiKey false < default: no key is required',
      'cors null < default: none',
      'validation "none" < default: the backend validates requests',
      'credentials "${role}" < @AwsIntegration on the handler',
      'timeout 99 < @AwsIntegration on the handler',
    ]);
    expect((await settings('mock', [RawController])).slice(4, 6)).toEqual([
      'validation "none" < default: the backend validates requests',
      PLACES[0],
    ]);
  });

  it('that could not be read say so', async () => {
    @Controller('odd')
    class OddController {
      @Get()
      @AwsLambda('no arn')
      @AwsAuthorizer(undefined as never)
      read(): void {}
    }
    expect((await settings('read', [OddController])).slice(0, 2)).toEqual([
      'integration null < @AwsLambda on the handler, whose options cannot be read',
      'authorizer null < @AwsAuthorizer on the handler, whose options cannot be read',
    ]);
  });
});

@Controller('watched')
@UseGuards(JwtGuard)
@AwsIgnore('guard-without-authorizer', 'the mock shows nothing')
class WatchedController {
  @Get()
  @AwsMock()
  @AwsCors({ allowOrigins: ['*'], allowCredentials: true })
  read(): void {}

  @Get('other')
  @Header('A', 'b')
  other(): void {}
}

describe('an explanation', () => {
  it('shows guards, faults of the route and of its class, what is kept silent, and the integration', async () => {
    const [explained] = await explain('GET /watched', [WatchedController]);
    expect(explained!.at).toEqual({
      controller: 'WatchedController',
      handler: 'read',
      method: 'GET',
      path: '/watched',
    });
    expect(explained!.guards).toEqual([{ name: 'JwtGuard', level: 'class', runs: false }]);
    expect(explained!.diagnostics.map(({ code }) => code)).toEqual(['cors-credentials-with-wildcard']);
    expect(explained!.silenced.map(({ code, reason }) => [code, reason])).toEqual([
      ['guard-without-authorizer', 'the mock shows nothing'],
    ]);
    expect(explained!.integration).toMatchObject({ type: 'mock' });

    const [other] = await explain('other', [WatchedController]);
    expect(other!.guards).toEqual([{ name: 'JwtGuard', level: 'class', runs: true }]);
    expect([other!.diagnostics, other!.silenced]).toEqual([[], []]);
    expect(other!.integration).toEqual({
      type: 'aws_proxy',
      httpMethod: 'POST',
      uri: 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${function_arn}/invocations',
    });
  });

  it('of an excluded route says who excludes it', async () => {
    @Controller('out')
    @AwsExclude()
    class OutController {
      @Get('a')
      gone(): void {}

      @Get('b')
      @AwsExclude({ keepInPublic: true })
      kept(): void {}
    }
    const [gone] = await explain('gone', [OutController, PlainController]);
    const from = '@AwsExclude on the class OutController';
    const origin = { level: 'class', decorator: 'AwsExclude' };
    expect(gone).toEqual({
      at: { controller: 'OutController', handler: 'gone', method: 'GET', path: '/out/a' },
      unserved: `${from} excludes it`,
      settings: [
        { name: 'exclude', value: true, origin, from },
        { name: 'public', value: false, origin, from },
      ],
      guards: [],
      answers: [],
      diagnostics: [],
      silenced: [],
    });
    expect(await settings('kept', [OutController, PlainController])).toEqual([
      'exclude true < @AwsExclude on the handler',
      SHOWN,
    ]);
  });

  it('of a displaced route names the one that answers', async () => {
    @Controller('plain')
    class SecondController {
      @Get()
      second(): void {}
    }
    const [explained] = await explain('second', [PlainController, SecondController]);
    expect(explained).toMatchObject({ unserved: 'PlainController.read, GET /plain answers there' });
    expect(explained).not.toHaveProperty('integration');
    expect(explained!.settings.at(-1)).toMatchObject({ name: 'public', value: true });
  });
});

describe('formatExplanation', () => {
  it('prints tables, faults and the integration', async () => {
    const [explained] = await explain('GET /watched', [WatchedController]);
    const [, table] = formatExplanation(explained!).split('\n\n');
    expect(formatExplanation(explained!)).toBe(`WatchedController.read, GET /watched

${table}

GUARD     LEVEL  RUNS
JwtGuard  class  never: API Gateway does not call the handler

STATUS  FROM         WHEN
200     integration  no other pattern matches
429     API Gateway  there are too many requests

IGNORED                   PLACE                                 REASON
guard-without-authorizer  WatchedController.read, GET /watched  the mock shows nothing

WatchedController.read, GET /watched
  \`allowCredentials\` is combined with \`*\` in \`allowOrigins\`
  List the origins and headers by name, or remove \`allowCredentials\`: browsers reject the combination.
  cors-credentials-with-wildcard (error), see nestjs-aws-gateway/docs/diagnostics.md#cors-credentials-with-wildcard

1 error

x-amazon-apigateway-integration
${JSON.stringify({ ...explained!.integration, requestTemplates: undefined }, null, 2)}

request template, application/json
  {"statusCode":200}
`);
    expect(table!.split('\n').slice(0, 7)).toEqual([
      'SETTING                VALUE              FROM',
      'integration            mock 200           @AwsMock on the handler',
      'authorizer             -                  default: none, so the route is open',
      'apiKey                 no                 default: no key is required',
      'cors.allowOrigins      *                  @AwsCors on the handler',
      'cors.allowMethods      GET OPTIONS        default: the routes of the path',
      'cors.allowHeaders      Content-Type       default: the headers that the routes of the path accept',
    ]);
  });

  it('says at once that a route is not served', () => {
    const at = { controller: 'A', handler: 'b', method: 'GET', path: '/b' };
    const nothing = { settings: [], guards: [], answers: [], diagnostics: [], silenced: [] };
    expect(formatExplanation({ at, unserved: '@AwsExclude on the handler excludes it', ...nothing })).toBe(
      'A.b, GET /b\nnot served by API Gateway: @AwsExclude on the handler excludes it\n\nSETTING  VALUE  FROM\n',
    );
  });
});
