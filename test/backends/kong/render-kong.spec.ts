import { All, Body, Controller, Get, Param, Post, Put, type Type } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsDynamoDb,
  AwsHttp,
  AwsIntegration,
  AwsLambda,
  AwsMock,
  AwsPublic,
  AwsThrottle,
  CognitoAuthorizer,
  fromAuthorizer,
  fromHeader,
  fromPath,
  IamAuthorizer,
  JwtAuthorizer,
  LambdaAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { writeTree } from '../../../lib/values/deploy-tree.js';
import { compileControllers } from '../../support/create-app.js';
import { judgeFile } from '../../support/kong-judge/judge-file.js';
import { listRoutes, type KongFile, type KongRoute } from '../../support/kong-judge/kong-file.js';

const OPTIONS: AwsGatewayOptions = { gateway: 'kong', region: 'eu-west-1', validation: 'none' };

interface Rendered {
  readonly file: KongFile;
  readonly routes: Readonly<Record<string, KongRoute>>;
  readonly diagnostics: readonly string[];
}

async function render(controllers: readonly Type[], options: AwsGatewayOptions = {}): Promise<Rendered> {
  const { gatewayOutput, diagnostics } = await compileControllers(controllers, { ...OPTIONS, ...options });
  const file = writeTree(gatewayOutput.document) as KongFile;
  return {
    file,
    routes: Object.fromEntries(
      listRoutes(file).map((route) => [route.name.replace(/^test\.\w+?Controller_/, ''), route]),
    ),
    diagnostics: diagnostics.map(
      ({ severity, at, message }) => `${severity} ${at.handler ?? ''}: ${message}`,
    ),
  };
}

/** As decK reads it, with some values. */
const filled = (file: KongFile): unknown =>
  JSON.parse(JSON.stringify(file).replace(/\$\{(\w+)\}/g, 'filled-$1'));

const pluginsOf = (route: KongRoute | undefined): readonly string[] =>
  (route?.plugins ?? []).map(({ name }) => name);
const configOf = (route: KongRoute | undefined, plugin: string) =>
  route?.plugins?.find(({ name }) => name === plugin)?.config;

@Controller('orders')
@AwsHttp('https://${orders_host}/shop')
class OrdersController {
  @Get()
  list(): void {}

  @Get(':id')
  get(@Param('id') _id: string): void {}

  @Put(':id/lines/:line')
  @AwsHttp({
    url: 'http://old.example.com/l/{line}/of/{id}?src=kong',
    headers: { 'X-Tenant': fromHeader('X-Tenant'), 'X-Id': fromPath('id') },
    timeout: 5000,
    method: 'POST',
  })
  put(@Param('id') _id: string, @Param('line') _line: string): void {}
}

@Controller('users')
@AwsLambda('${users_function_arn}')
class UsersController {
  @All('files/*rest')
  files(): void {}

  @Get('files/*rest')
  file(): void {}

  @Post('jobs')
  @AwsLambda({ functionArn: 'arn:aws:lambda:eu-central-1:111122223333:function:jobs', mode: 'async' })
  jobs(@Body() _job: object): void {}

  @Get('health')
  @AwsMock({ status: 200, body: { ok: true }, headers: { 'Cache-Control': 'no-store' } })
  health(): void {}
}

describe('the file for Kong', () => {
  it('has services for backends, with the path of the request or a path of their own', async () => {
    const { file, routes } = await render([OrdersController]);
    expect(file['_format_version']).toBe('3.0');
    expect(file['_info']).toEqual({ select_tags: ['api-test'] });
    expect(file.services?.map((service) => ({ ...service, routes: undefined }))).toEqual([
      {
        name: 'test.old.example.com-80-5000ms',
        url: 'http://old.example.com',
        connect_timeout: 5000,
        read_timeout: 5000,
        write_timeout: 5000,
      },
      {
        name: 'test.orders_host-shop',
        url: 'https://${orders_host}/shop',
        connect_timeout: 29_000,
        read_timeout: 29_000,
        write_timeout: 29_000,
        tls_verify: true,
      },
    ]);
    expect(routes['get']).toEqual({
      name: 'test.OrdersController_get',
      methods: ['GET'],
      paths: ['~/orders/(?<id>[^/]+)/?$'],
      regex_priority: 63,
      strip_path: false,
    });
    const both = {
      headers: ['X-Tenant:$(headers["X-Tenant"])', 'X-Id:$(uri_captures["id"])'],
      querystring: ['src:kong'],
    };
    expect(configOf(routes['put'], 'request-transformer')).toEqual({
      http_method: 'POST',
      replace: { uri: '/l/$(uri_captures["line"])/of/$(uri_captures["id"])', ...both },
      add: both,
    });
    expect(judgeFile(filled(file))).toEqual([]);
  });

  it('names each service after itself alone', async () => {
    const urls = ['http://a.example', 'https://a.example', 'https://a.example/b', 'https://a.example:8443'];
    const services = [
      ...urls.map((baseUrl) => ({ baseUrl })),
      { baseUrl: 'https://a.example', timeout: 100 },
      { baseUrl: 'https://a.example', insecureSkipVerification: true },
    ];
    const namesOf = async (options: typeof services): Promise<readonly (string | undefined)[]> => {
      const controllers = options.map((option, index) => {
        @Controller(`c${index}`)
        @AwsHttp(option)
        class OneController {
          @Get()
          one(): void {}
        }
        return OneController;
      });
      const { file } = await render(controllers);
      return options.map(
        (_, index) =>
          file.services?.find(({ routes }) => routes.some(({ paths }) => paths[0]!.includes(`/c${index}/`)))
            ?.name,
      );
    };
    const names = await namesOf(services);
    expect(names).toEqual([
      'test.a.example-80',
      'test.a.example',
      'test.a.example-b',
      'test.a.example-8443',
      'test.a.example-100ms',
      'test.a.example-unverified',
    ]);
    for (const [index, service] of services.entries())
      expect(await namesOf([service])).toEqual([names[index]]);
  });

  it('names each variable of a path as every engine of Kong takes it', async () => {
    @Controller('orders/:"order-id"/:order_id')
    class NamesController {
      @Get()
      @AwsHttp({
        url: 'https://old.example.com/{order_id}/{order-id}',
        headers: { 'X-Id': fromPath('order-id') },
      })
      backend(): void {}

      @Post()
      @AwsLambda('${orders_function_arn}')
      answer(): void {}
    }
    const { file, routes, diagnostics } = await render([NamesController]);
    expect(routes['backend']?.paths).toEqual(['~/orders/(?<order_id_2>[^/]+)/(?<order_id>[^/]+)/?$']);
    expect(configOf(routes['backend'], 'request-transformer')).toMatchObject({
      replace: {
        uri: '/$(uri_captures["order_id"])/$(uri_captures["order_id_2"])',
        headers: ['X-Id:$(uri_captures["order_id_2"])'],
      },
    });
    expect(diagnostics).toEqual([expect.stringMatching(/^warning answer: .*`order-id`.*as `order_id_2`/)]);
    expect(judgeFile(filled(file))).toEqual([]);
  });

  it('has functions and fixed answers without a service, and any-method as the methods that are left', async () => {
    const { file, routes, diagnostics } = await render([UsersController]);
    expect(file.services).toBeUndefined();
    expect(routes['files']?.methods).toEqual(['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
    expect(routes['file']?.methods).toEqual(['GET']);
    expect(configOf(routes['file'], 'aws-lambda')).toEqual({
      aws_region: 'eu-west-1',
      function_name: '${users_function_arn}',
      timeout: 29_000,
      awsgateway_compatible: true,
      is_proxy_integration: true,
      base64_encode_body: false,
      empty_arrays_mode: 'correct',
      skip_large_bodies: false,
      aws_imds_protocol_version: 'v2',
      log_type: 'None',
    });
    expect(configOf(routes['jobs'], 'aws-lambda')).toMatchObject({
      aws_region: 'eu-central-1',
      invocation_type: 'Event',
    });
    expect(routes['health']?.plugins).toEqual([
      { name: 'response-transformer', config: { add: { headers: ['Cache-Control:no-store'] } } },
      {
        name: 'request-termination',
        config: { status_code: 200, content_type: 'application/json', body: '{"ok":true}' },
      },
    ]);
    expect(diagnostics).toEqual([expect.stringMatching(/^warning jobs: .*mode: 'async'/)]);
    expect(judgeFile(filled(file))).toEqual([]);
  });

  it('lets the application answer what is its own', async () => {
    @Controller('own')
    class OwnController {
      @Get()
      own(): void {}

      @Get('function')
      @AwsLambda('${function_arn}')
      other(): void {}
    }
    const { file, routes } = await render([OwnController, OrdersController], {
      integration: { kind: 'lambda', functionArn: '${api_function_arn}' },
      kong: { upstream: 'http://nest:3000/', name: 'Shop', dialect: 'dbless' },
    });
    expect(file['_info']).toBeUndefined();
    const application = file.services?.find(({ name }) => name === 'Shop.nest-3000');
    expect(application).toMatchObject({ url: 'http://nest:3000' });
    expect(application?.routes.map(({ name }) => name)).toEqual([
      'Shop.OrdersController_list',
      'Shop.OrdersController_get',
      'Shop.OwnController_own',
    ]);
    expect(Object.keys(routes)).toContain('Shop.OwnController_other');
    expect(judgeFile(filled(file), { dialect: 'dbless' })).toEqual([]);
  });

  it('has one policy and one preflight for each path', async () => {
    @Controller('cors')
    @AwsCors({
      allowOrigins: ['https://*.example.com', '${app_origin}', 'http://a_b.example.com'],
      allowCredentials: true,
      exposeHeaders: ['X-Total'],
      maxAge: 600,
    })
    class CorsController {
      @Get()
      @AwsMock({ status: 200 })
      list(): void {}

      @Post()
      @AwsMock({ status: 201 })
      add(): void {}

      @Put()
      @AwsCors(false)
      @AwsMock({ status: 204 })
      clear(): void {}
    }
    const { routes, diagnostics } = await render([CorsController]);
    expect(pluginsOf(routes['add'])).toEqual(['cors', 'request-termination']);
    const { methods, paths, regex_priority: priority, plugins } = routes['list.preflight']!;
    expect({ methods, paths, priority }).toEqual({
      methods: ['OPTIONS'],
      paths: routes['list']?.paths,
      priority: routes['list']?.regex_priority,
    });
    expect(plugins).toEqual([
      {
        name: 'cors',
        config: {
          origins: ['https://[^/]+\\.example\\.com', '${app_origin}', 'http://a_b\\.example\\.com'],
          methods: ['GET', 'OPTIONS', 'POST', 'PUT'],
          headers: ['Content-Type'],
          exposed_headers: ['X-Total'],
          credentials: true,
          max_age: 600,
        },
      },
      { name: 'request-termination', config: { status_code: 204 } },
    ]);
    expect(routes['clear']).toBeUndefined();
    expect(diagnostics).toEqual([expect.stringMatching(/^error clear: .*a CORS policy that differs/)]);
  });
});

const PEM = '${issuer_key}';
const jwt = new JwtAuthorizer({
  name: 'jwt',
  issuer: 'https://id.example.com/',
  audience: ['shop'],
  kong: { publicKeys: [{ pem: PEM }] },
});
const pool = new CognitoAuthorizer({
  name: 'pool',
  userPoolArns: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Abc'],
  kong: {
    publicKeys: [
      { kid: 'k1', pem: '${k1}' },
      { kid: 'k2', pem: '${k2}', algorithm: 'ES256' },
    ],
  },
});
const own = new LambdaAuthorizer({
  name: 'own',
  functionArn: '${authorizer_arn}',
  kong: { plugin: 'openid-connect', config: { issuer: '${oidc}' }, scopesMember: 'scopes_required' },
});

const secret = (key: string, pem: string, algorithm = 'RS256') => ({
  key,
  algorithm,
  secret: 'unused',
  rsa_public_key: pem,
});

describe('the guards in the file for Kong', () => {
  @Controller('guarded')
  @AwsMock({ status: 200 })
  class GuardedController {
    @Get('jwt')
    @AwsAuthorizer(jwt, { scopes: ['read'] })
    jwt(): void {}

    @Get('pool')
    @AwsAuthorizer(pool)
    @AwsApiKey()
    pool(): void {}

    @Get('own')
    @AwsAuthorizer(own)
    own(): void {}

    @Get('key')
    @AwsApiKey()
    key(): void {}

    @Get('open')
    @AwsPublic()
    open(): void {}
  }
  const CONSUMERS = { kong: { consumers: [{ username: 'partner', apiKeys: ['${partner_key}'] }] } };

  it('are plugins with consumers', async () => {
    const { file, routes, diagnostics } = await render([GuardedController], CONSUMERS);
    expect(
      Object.fromEntries(Object.entries(routes).map(([name, route]) => [name, pluginsOf(route)])),
    ).toEqual({
      jwt: ['pre-function', 'jwt', 'acl', 'request-termination'],
      pool: ['pre-function', 'jwt', 'key-auth', 'acl', 'request-termination'],
      own: ['openid-connect', 'request-termination'],
      key: ['key-auth', 'acl', 'request-termination'],
      open: ['request-termination'],
    });
    expect(configOf(routes['jwt'], 'jwt')).toEqual({
      key_claim_name: 'iss',
      claims_to_verify: ['exp'],
      header_names: ['authorization'],
      uri_param_names: [],
      cookie_names: [],
    });
    expect(configOf(routes['pool'], 'jwt')).toMatchObject({ key_claim_name: 'kid' });
    expect(configOf(routes['pool'], 'acl')).toMatchObject({ allow: ['test.api-keys'] });
    expect(configOf(routes['own'], 'openid-connect')).toEqual({ issuer: '${oidc}' });
    expect(file.consumers).toEqual([
      {
        username: 'test.jwt',
        acls: [{ group: 'test.jwt' }],
        jwt_secrets: [secret('https://id.example.com/', PEM)],
      },
      {
        username: 'test.pool',
        acls: [{ group: 'test.pool' }],
        jwt_secrets: [secret('k1', '${k1}'), secret('k2', '${k2}', 'ES256')],
      },
      {
        username: 'partner',
        acls: [{ group: 'test.api-keys' }],
        keyauth_credentials: [{ key: '${partner_key}' }],
      },
    ]);
    expect(diagnostics).toEqual([]);
    expect(judgeFile(filled(file), { own: ['openid-connect'] })).toEqual([]);
  });

  it('share a consumer where they share a key, and are refused where a key has two values', async () => {
    const same = new JwtAuthorizer({ ...jwt.options, name: 'same', audience: ['desk'] });
    const other = new JwtAuthorizer({
      ...jwt.options,
      name: 'other',
      kong: { publicKeys: [{ pem: '${other}' }] },
    });
    @Controller('shared')
    @AwsMock({ status: 200 })
    class SharedController {
      @Get('a')
      @AwsAuthorizer(jwt)
      a(): void {}

      @Get('b')
      @AwsAuthorizer(same)
      b(): void {}

      @Get('c')
      @AwsAuthorizer(other)
      c(): void {}
    }
    const { file, routes, diagnostics } = await render([SharedController]);
    expect(file.consumers).toMatchObject([
      { username: 'test.jwt', acls: [{ group: 'test.jwt' }, { group: 'test.same' }] },
    ]);
    expect(Object.keys(routes)).toEqual(['a', 'b']);
    expect(diagnostics).toEqual([expect.stringMatching(/^error c: .*two public keys of `https:/)]);
    expect(judgeFile(filled(file))).toEqual([]);
  });

  it('have consumers of their own, which are no others', async () => {
    const consumers = [{ username: 'test.jwt', apiKeys: ['a'] }];
    const { routes, diagnostics } = await render([GuardedController], { kong: { consumers } });
    expect(Object.keys(routes)).not.toContain('jwt');
    expect(diagnostics).toEqual([expect.stringMatching(/^error jwt: .*the consumer `test\.jwt`/)]);

    for (const others of [
      [{ username: 'partner', apiKeys: ['b', 'a'] }],
      [{ username: 'test.jwt', apiKeys: ['b'] }],
      [{ username: 'partner', apiKeys: ['b', 'b'] }],
    ]) {
      const doubled = await render([GuardedController], { kong: { consumers: [...consumers, ...others] } });
      expect(doubled.diagnostics).toContainEqual(
        // The keys are secrets, which no message shows.
        expect.stringMatching(
          /^error : the option `consumers` of `forRoot\(\{ kong \}\)` is of another form/,
        ),
      );
    }
  });

  it('are never left out: a route whose authorizer Kong cannot enforce is not in the file', async () => {
    const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${authorizer_arn}' });
    const { kong: _, ...withoutKeys } = jwt.options;
    const keyless = new JwtAuthorizer(withoutKeys);
    const plain = new JwtAuthorizer({ ...jwt.options, name: 'plain', kong: { plugin: 'my-auth' } });
    const keyPlugin = new LambdaAuthorizer({ ...own.options, name: 'keyed', kong: { plugin: 'key-auth' } });
    @Controller('refused')
    @AwsMock({ status: 200 })
    class RefusedController {
      @Get('lambda')
      @AwsAuthorizer(bearer)
      lambda(): void {}

      @Get('lambda2')
      @AwsAuthorizer(bearer)
      lambda2(): void {}

      @Get('iam')
      @AwsAuthorizer(new IamAuthorizer())
      iam(): void {}

      @Get('keyless')
      @AwsAuthorizer(keyless)
      keyless(): void {}

      @Get('scopes')
      @AwsAuthorizer(plain, { scopes: ['read'] })
      scopes(): void {}

      @Get('two')
      @AwsAuthorizer(keyPlugin)
      @AwsApiKey()
      two(): void {}

      @Get('unread')
      @AwsAuthorizer(new JwtAuthorizer({ ...jwt.options, kong: { plugin: 'cors' } }))
      unread(): void {}
    }
    const { file, diagnostics } = await render([RefusedController], CONSUMERS);
    expect(listRoutes(file)).toEqual([]);
    expect(diagnostics.filter((text) => text.startsWith('error') && text.includes('`kong`'))).toEqual([
      expect.stringMatching(/^error iam: .*`IamAuthorizer` `iam`/),
      expect.stringMatching(/^error keyless: .*`JwtAuthorizer` `jwt`: open-source Kong does not fetch/),
      expect.stringMatching(/^error lambda: .*`LambdaAuthorizer` `bearer`.*; 1 more route has it$/),
      expect.stringMatching(/^error scopes: .*scopes of the authorizer `plain`/),
      expect.stringMatching(/^error two: .*`key-auth`/),
      expect.stringMatching(/^error unread: the option `kong`/),
    ]);
  });
});

describe('what Kong cannot express', () => {
  it('is named with its route and the way out', async () => {
    @Controller('refused')
    class RefusedController {
      @Get('service')
      @AwsDynamoDb({ action: 'GetItem', table: 'users', key: { pk: 'x' }, credentials: '${role}' })
      service(): void {}

      @Get('raw')
      @AwsIntegration({ type: 'mock', requestTemplates: { 'application/json': '{"statusCode":200}' } })
      raw(): void {}

      @Get('custom')
      @AwsLambda({ functionArn: '${function_arn}', mode: 'custom' })
      custom(): void {}

      @Get('payload')
      @AwsLambda({ functionArn: '${function_arn}', payloadFormat: '2.0' })
      payload(): void {}

      @Get('invoke')
      @AwsLambda({ invokeArn: '${invoke_arn}' })
      invoke(): void {}

      @Get('value')
      @AwsHttp({ baseUrl: 'http://app', headers: { 'X-User': fromAuthorizer('principalId') } })
      value(): void {}

      @Get('url')
      @AwsHttp({ url: '${url}' })
      url(): void {}

      @Get('throttle')
      @AwsThrottle({ rate: 1, burst: 1 })
      @AwsMock({ status: 200 })
      throttle(): void {}
    }
    const { routes, diagnostics } = await render([RefusedController], {
      policy: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
        ],
      },
    });
    expect(Object.keys(routes)).toEqual(['throttle']);
    const found = diagnostics.filter((text) => text.includes('the gateway `kong` cannot express'));
    expect(found.map((text) => text.replace(/the gateway .*?express /, ''))).toEqual([
      expect.stringMatching(/^error : `forRoot\(\{ policy \}\)`/),
      expect.stringMatching(/^error custom: `@AwsLambda\(\{ mode: 'custom' \}\)`/),
      expect.stringMatching(/^error invoke: an `invokeArn`/),
      expect.stringMatching(/^error payload: `@AwsLambda\(\{ payloadFormat: '2\.0' \}\)`/),
      expect.stringMatching(/^error raw: `@AwsIntegration`/),
      expect.stringMatching(/^error service: .*signs requests to AWS services/),
      expect.stringMatching(/^warning throttle: `@AwsThrottle`/),
      expect.stringMatching(/^error url: a `url`/),
      expect.stringMatching(/^error value: the value of the header `X-User`/),
    ]);
  });

  it('is an origin whose dots would match any letter', async () => {
    @Controller('origins')
    @AwsMock({ status: 200 })
    class OriginsController {
      @Get('wildcard')
      @AwsCors({ allowOrigins: ['https://*.${zone}'] })
      wildcard(): void {}

      @Get('underscore')
      @AwsCors({ allowOrigins: ['https://a_b.${zone}'] })
      underscore(): void {}

      @Get('whole')
      @AwsCors({ allowOrigins: ['https://app.${zone}', '${app_origin}', 'https://*.example.com'] })
      whole(): void {}
    }
    const { routes, diagnostics } = await render([OriginsController]);
    expect(Object.keys(routes)).toEqual(['whole', 'whole.preflight']);
    expect(diagnostics).toEqual([
      expect.stringMatching(/^error underscore: .*the origin `https:\/\/a_b\.\$\{zone\}`/),
      expect.stringMatching(/^error wildcard: .*the origin `https:\/\/\*\.\$\{zone\}`/),
    ]);
  });

  it('has one environment value of decK for placeholders that differ in case only', async () => {
    @Controller('case')
    class CaseController {
      @Get('a')
      @AwsHttp('http://${orders_host}')
      a(): void {}

      @Get('b')
      @AwsHttp('http://${ORDERS_HOST}')
      b(): void {}
    }
    const { diagnostics } = await render([CaseController]);
    expect(diagnostics).toEqual([
      expect.stringMatching(
        /^error a: .*`\$\{ORDERS_HOST\}` and `\$\{orders_host\}`: .*`DECK_ORDERS_HOST`; 1 more route has it$/,
      ),
    ]);
    expect((await render([CaseController], { kong: { dialect: 'dbless' } })).diagnostics).toEqual([]);
  });

  it('is a stage variable, which Kong would take for text', async () => {
    @Controller('staged')
    class StagedController {
      @Get('url')
      @AwsHttp({ url: 'https://${stageVariables.host}/things' })
      url(): void {}

      @Get('path')
      @AwsHttp({ url: 'https://backend.example.com/${stageVariables.folder}' })
      path(): void {}

      @Get('function')
      @AwsLambda('arn:aws:lambda:eu-west-1:111122223333:function:jobs:${stageVariables.alias}')
      alias(): void {}
    }
    const { routes, diagnostics } = await render([StagedController]);
    expect(routes).toEqual({});
    expect(diagnostics.filter((text) => text.startsWith('error')).toSorted()).toEqual(
      ['alias: … `alias`', 'path: … `folder`', 'url: … `host`'].map(
        (text) =>
          `error ${text.replace('…', 'the gateway `kong` cannot express the stage variable')}: Kong has no stages, and would take it for text`,
      ),
    );
  });

  it('asks for what only API Gateway knows', async () => {
    @Controller('variables')
    class VariablesController {
      @Get()
      @AwsLambda('arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:users')
      list(): void {}

      @Get('other')
      @AwsLambda('${function_arn}')
      other(): void {}
    }
    const { region: _, ...withoutRegion } = OPTIONS;
    const { gatewayOutput } = await compileControllers([VariablesController], withoutRegion);
    expect(gatewayOutput.inexpressible.map(({ what }) => what)).toEqual([
      '`${AWS::Region}`',
      '`${AWS::AccountId}`',
      'a function whose region is not known',
    ]);
    const { routes } = await render([VariablesController], { accountId: '${account}' });
    expect(configOf(routes['list'], 'aws-lambda')).toMatchObject({
      function_name: 'arn:aws:lambda:eu-west-1:${account}:function:users',
      aws_region: 'eu-west-1',
    });
  });
});
