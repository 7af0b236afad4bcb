import { describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsHttp,
  AwsLambda,
  AwsMock,
  AwsPublic,
  JwtAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { compileGateway } from '../../../lib/compile-gateway.js';
import { compareKong } from '../../../lib/diff/kong/compare-kong.js';
import { readApplication } from '../../../lib/nest/read-application.js';
import type { JsonObject } from '../../../lib/openapi/openapi.js';
import { DECK } from '../../../lib/values/deck-writer.js';
import { writeTree } from '../../../lib/values/deploy-tree.js';
import { CONFIG, createApp, moduleOf } from '../../support/create-app.js';

/** What an application has that changes. */
interface Version {
  readonly audience?: readonly string[];
  readonly issuer?: string;
  readonly scopes?: readonly string[];
  readonly open?: boolean;
  readonly host?: string;
  readonly timeout?: number;
  readonly insecure?: boolean;
  readonly functionName?: string;
  readonly apiKey?: boolean;
  readonly origins?: readonly string[];
  readonly consumers?: NonNullable<NonNullable<AwsGatewayOptions['kong']>['consumers']>;
  readonly health?: object;
}

async function render(version: Version): Promise<JsonObject> {
  const jwt = new JwtAuthorizer({
    name: 'jwt',
    issuer: version.issuer ?? 'https://id.example.com',
    audience: version.audience ?? ['shop'],
    kong: { publicKeys: [{ pem: '${issuer_public_key}' }] },
  });

  @Controller('users')
  @AwsCors({ allowOrigins: version.origins ?? ['https://app.example.com'] })
  class UsersController {
    @Get(':name')
    @(version.open ? AwsPublic() : AwsAuthorizer(jwt, { scopes: version.scopes ?? ['read'] }))
    @AwsHttp({
      baseUrl: `https://\${${version.host ?? 'host'}}`,
      timeout: version.timeout ?? 5000,
      ...(version.insecure ? { insecureSkipVerification: true } : {}),
    })
    get(@Param('name') name: string): string {
      return name;
    }

    @Post()
    @AwsApiKey(version.apiKey ?? true)
    @AwsLambda(`arn:aws:lambda:eu-west-1:123456789012:function:${version.functionName ?? 'create'}`)
    create(@Body() user: object): object {
      return user;
    }
  }

  @Controller('health')
  class HealthController {
    @Get()
    @AwsMock({ body: version.health ?? { ok: true } })
    get(): void {}
  }

  const app = await createApp(moduleOf([UsersController, HealthController]));
  const { gatewayOutput, diagnostics } = compileGateway(readApplication(app, CONFIG), {
    gateway: 'kong',
    kong: { consumers: version.consumers ?? [{ username: 'partner', apiKeys: ['${partner_key}'] }] },
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return writeTree(gatewayOutput.document, DECK) as JsonObject;
}

async function diff(was: Version, is: Version): Promise<readonly string[]> {
  const changes = compareKong(await render(was), await render(is));
  return changes.map(({ risk, kind, at: { method = '', path = '' }, message }) =>
    `${risk} ${kind} ${method} ${path}: ${message}`.replace('  ', ''),
  );
}

const GET = 'GET /users/{name}';

const ROUTE = {
  name: 'k.route',
  methods: ['GET'],
  paths: ['~/files/(?<rest>.+?)/?$'],
  regex_priority: 2,
  strip_path: false,
  plugins: [{ name: 'key-auth', config: {} }],
};
const fileOf = (...routes: readonly object[]): JsonObject =>
  JSON.parse(
    JSON.stringify({
      _format_version: '3.0',
      _info: { select_tags: ['api-k'] },
      services: [{ name: 's', url: 'http://b', routes }],
    }),
  ) as JsonObject;
const withConsumer = (consumer: object): JsonObject => ({
  ...fileOf(ROUTE),
  consumers: [{ username: 'partner', ...consumer }],
});
const linesOf = (was: object, is: object): readonly string[] =>
  compareKong(withConsumer(was), withConsumer(is)).map(
    ({ risk, kind, message }) => `${risk} ${kind}: ${message}`,
  );
const keyOf = (key: string): object => ({ keyauth_credentials: [{ key }] });
const headlines = (base: JsonObject, now: JsonObject): readonly string[] =>
  compareKong(base, now).map(({ risk, kind, at }) =>
    `${risk} ${kind} ${at.method ?? ''} ${at.path ?? ''}`.trim(),
  );

describe('the changes of a file for Kong', () => {
  it('are none for the same application', async () => {
    expect(await diff({}, {})).toEqual([]);
  });

  it.each<[Version, readonly string[]]>([
    [
      { open: true },
      [
        `security authorizer-removed ${GET}: the authorizer \`jwt\` is removed: anyone can call the route`,
        `behaviour cors-narrowed ${GET}: CORS no longer allows the request header \`Authorization\``,
        'cosmetic placeholder-removed: the variable `DECK_ISSUER_PUBLIC_KEY` is no longer used',
      ],
    ],
    [
      { scopes: ['read', 'admin'] },
      [`security scopes-widened ${GET}: \`jwt\` now also accepts the scope \`admin\``],
    ],
    [
      { audience: ['shop', 'office'] },
      [`security authorizer-loosened ${GET}: tokens for the audience \`office\` pass too`],
    ],
    [
      { apiKey: false },
      [
        'security api-key-removed POST /users: callers no longer need an API key',
        'behaviour cors-narrowed POST /users: CORS no longer allows the request header `X-Api-Key`',
        'cosmetic placeholder-removed: the variable `DECK_PARTNER_KEY` is no longer used',
      ],
    ],
    [
      { insecure: true },
      [`security certificate-not-verified ${GET}: the certificate of the backend is no longer verified`],
    ],
    [
      { timeout: 2000 },
      [
        `outage timeout-lowered ${GET}: the timeout changed from 5000 ms to 2000 ms: slower answers become a 504`,
      ],
    ],
    [
      { host: 'new_host' },
      [
        'outage placeholder-renamed: the variable `DECK_HOST` is now `DECK_NEW_HOST`: set the new name, or decK fails',
      ],
    ],
    [
      { functionName: 'put' },
      [
        'outage integration-target-changed POST /users: the function changed from `arn:aws:lambda:eu-west-1:123456789012:function:create` to `arn:aws:lambda:eu-west-1:123456789012:function:put`',
      ],
    ],
    [
      { origins: ['https://other.example.com'] },
      [
        `security cors-origin-allowed ${GET}: CORS now allows the origin \`https://other.example.com\``,
        'security cors-origin-allowed POST /users: CORS now allows the origin `https://other.example.com`',
        `behaviour cors-narrowed ${GET}: CORS no longer allows the origin \`https://app.example.com\``,
        'behaviour cors-narrowed POST /users: CORS no longer allows the origin `https://app.example.com`',
      ],
    ],
    [
      { health: { ok: false } },
      [
        'behaviour integration-changed GET /health: `body` of the plugin `request-termination` changed from `{"ok":true}` to `{"ok":false}`',
      ],
    ],
    [
      {
        consumers: [
          { username: 'partner', apiKeys: ['${partner_key}', '${second_key}'] },
          { username: 'other', apiKeys: ['${other_key}'] },
        ],
      },
      [
        'security consumer-widened: the consumer `partner` has other or more credentials',
        'security consumer-added: the consumer `other` is added: it can call more',
        'outage placeholder-added: the variable `DECK_SECOND_KEY` is new: set it, or decK fails',
        'outage placeholder-added: the variable `DECK_OTHER_KEY` is new: set it, or decK fails',
      ],
    ],
  ])('by risk: %j', async (version, expected) => {
    expect(await diff({}, version)).toEqual(expected);
  });

  it.each<[Version, readonly string[]]>([
    [{ open: true }, ['behaviour cors-changed', 'outage authorizer-added', 'outage placeholder-added']],
    [{ scopes: ['read', 'admin'] }, ['outage scopes-narrowed']],
    [{ audience: ['shop', 'office'] }, ['outage authorizer-tightened']],
    [{ apiKey: false }, ['behaviour cors-changed', 'outage api-key-added', 'outage placeholder-added']],
    [{ insecure: true }, ['outage certificate-verified']],
    [{ timeout: 2000 }, ['behaviour timeout-raised']],
    [
      { consumers: [{ username: 'other', apiKeys: ['${partner_key}'] }] },
      ['security consumer-added', 'outage consumer-removed'],
    ],
    [
      { consumers: [{ username: 'partner', apiKeys: ['${partner_key}', '${second_key}'] }] },
      ['outage consumer-narrowed', 'cosmetic placeholder-removed'],
    ],
  ])('the other way round: %j', async (version, expected) => {
    const found = (await diff(version, {})).map((line) =>
      line.replace(/:.*/, '').split(' ').slice(0, 2).join(' '),
    );
    expect([...new Set(found)].toSorted()).toEqual(expected.toSorted());
  });

  it('of routes that come and go', () => {
    const open = { ...ROUTE, name: 'k.open', paths: ['~/open/?$'], plugins: [] };
    expect(headlines(fileOf(ROUTE), fileOf())).toEqual(['outage route-removed GET /files/{rest+}']);
    expect(headlines(fileOf(), fileOf(ROUTE))).toEqual(['behaviour route-added GET /files/{rest+}']);
    expect(headlines(fileOf(ROUTE), fileOf(ROUTE, open))).toEqual(['security open-route-added GET /open']);
  });

  it('count names of variables where a function gets them', () => {
    const plugins = [{ name: 'aws-lambda', config: { awsgateway_compatible: true, function_name: 'f' } }];
    const [was, is] = ['rest', 'path'].map((name) =>
      fileOf({ ...ROUTE, plugins, paths: [`~/files/(?<${name}>.+?)/?$`] }),
    );
    expect(compareKong(was!, is!).map(({ risk, kind, message }) => `${risk} ${kind}: ${message}`)).toEqual([
      'outage path-variable-renamed: the path variable `rest` is now `path`: the function gets the new name',
    ]);
  });

  it('of the groups and the credentials of a consumer, which are not shown', () => {
    const [a, b] = [{ acls: [{ group: 'a' }] }, { acls: [{ group: 'a' }, { group: 'b' }] }];
    expect(linesOf(a, b)).toEqual([
      'security consumer-widened: the consumer `partner` is in the group `b` now: it can call more',
    ]);
    expect(linesOf(b, a)).toEqual([
      'outage consumer-narrowed: the consumer `partner` is no longer in the group `b`',
    ]);
    expect(linesOf(keyOf('first'), keyOf('second'))).toEqual([
      'security consumer-widened: the consumer `partner` has other or more credentials',
      'outage consumer-narrowed: credentials of the consumer `partner` are rejected',
    ]);
  });

  it('do not count names, priorities and variables of paths', () => {
    const other = { ...ROUTE, name: 'k.other', regex_priority: 9, paths: ['~/files/(?<path>.+?)/?$'] };
    expect(headlines(fileOf(ROUTE), fileOf(other))).toEqual([]);
  });

  it.each([
    [{ plugins: [] }, ['security api-key-removed']],
    [
      { plugins: [{ name: 'own-guard', config: { level: 1 } }, ...ROUTE.plugins] },
      ['outage authorizer-added'],
    ],
    [{ plugins: [{ name: 'key-auth', enabled: false }] }, ['security api-key-removed']],
    [
      { plugins: [...ROUTE.plugins, { name: 'acl', config: { allow: ['a'] } }] },
      ['outage authorizer-tightened'],
    ],
    [
      { plugins: [...ROUTE.plugins, { name: 'rate-limiting', config: { minute: 5 } }] },
      ['behaviour integration-changed'],
    ],
    [
      { plugins: [...ROUTE.plugins, { name: 'request-transformer', config: { add: { headers: ['a:b'] } } }] },
      ['behaviour request-mapping-changed'],
    ],
    [
      { plugins: [...ROUTE.plugins, { name: 'response-transformer', config: {} }] },
      ['behaviour response-mapping-changed'],
    ],
    [
      { plugins: [...ROUTE.plugins, { name: 'request-termination', config: { status_code: 503 } }] },
      ['outage integration-type-changed'],
    ],
    [{ strip_path: true }, ['behaviour integration-changed']],
  ])('of a route: %j', (members, expected) => {
    expect(headlines(fileOf(ROUTE), fileOf({ ...ROUTE, ...members }))).toEqual(
      expected.map((one) => `${one} GET /files/{rest+}`),
    );
  });

  it('of the file itself', () => {
    const base = fileOf(ROUTE);
    expect(headlines(base, { ...base, _info: { select_tags: ['other'] } })).toEqual([
      'behaviour setting-changed',
    ]);
    const all = { ...base, plugins: [{ name: 'ip-restriction', config: { allow: ['10.0.0.0/8'] } }] };
    expect(headlines(all, base)).toEqual(['security authorizer-removed GET /files/{rest+}']);
  });
});
