import { describe, expect, it } from '@jest/globals';
import { compareDocuments } from '../../lib/diff/compare-documents.js';
import type { OpenApiDocument } from '../../lib/openapi/openapi.js';
import { lambda, preflight, REST_API, withMembers } from './document.js';

/** Each change in one line: `security GET /users: …`. */
function diff(base: OpenApiDocument, now: OpenApiDocument, gateway: 'rest-api' | 'http-api' = 'rest-api') {
  return compareDocuments(base, now, gateway).map(({ risk, kind, at, message }) => {
    const place = [at.method, at.path].filter((part) => part !== undefined).join(' ');
    return `${risk} ${kind} ${place}: ${message}`;
  });
}

/** What changes with other members. */
function changes(members: Readonly<Record<string, unknown>>) {
  return diff(REST_API, withMembers(REST_API, members));
}

const POST = 'paths /users post';
const GET = 'paths /users/{name} get';
const LIST = 'paths /notes get';
const INTEGRATION = 'x-amazon-apigateway-integration';
const AUTHORIZER = 'components securitySchemes bearer x-amazon-apigateway-authorizer';

describe('compareDocuments', () => {
  it('finds nothing in the same document, nor in another order', () => {
    expect(diff(REST_API, structuredClone(REST_API))).toEqual([]);
    const reversed = Object.fromEntries(Object.entries(REST_API).toReversed()) as OpenApiDocument;
    const paths = Object.fromEntries(Object.entries(REST_API.paths).toReversed());
    expect(diff(REST_API, { ...reversed, paths })).toEqual([]);
  });

  const CASES: readonly (readonly [
    members: Readonly<Record<string, unknown>>,
    expected: readonly string[],
  ])[] = [
    // Who may call.
    [
      { [`${GET} security`]: [] },
      [
        'security authorizer-removed GET /users/{name}: the authorizer `bearer` is removed: anyone can call the route',
      ],
    ],
    [
      { [`${POST} security`]: [{ api_key: [] }] },
      [
        'security authorizer-removed POST /users: the authorizer `bearer` is removed: an API key is enough to call the route',
      ],
    ],
    [
      { [`${POST} security`]: [{ bearer: ['write', 'admin'] }] },
      ['security api-key-removed POST /users: callers no longer need an API key'],
    ],
    // The second entry counts as much as the first.
    [{ [`${POST} security`]: [{ api_key: [] }, { bearer: ['admin', 'write'] }] }, []],
    [
      { [`${POST} security`]: [{ bearer: ['write', 'read'] }, { api_key: [] }] },
      [
        'security scopes-widened POST /users: `bearer` now also accepts the scope `read`',
        'outage scopes-narrowed POST /users: `bearer` no longer accepts the scope `admin`',
      ],
    ],
    [
      { [`${POST} security`]: [{ bearer: [] }, { api_key: [] }] },
      [
        'security scopes-widened POST /users: `bearer` no longer asks for a scope (`write`, `admin`): every valid token is enough',
      ],
    ],
    [
      { [`${LIST} security`]: [{ bearer: [] }] },
      [
        'outage authorizer-added GET /notes: the authorizer `bearer` is added: callers without its credentials are rejected',
      ],
    ],
    [
      { [`${AUTHORIZER} authorizerResultTtlInSeconds`]: 3600 },
      [
        'security authorizer-loosened POST /users: the `LambdaAuthorizer` `bearer`: its result is kept for 3600 seconds, before 60: who loses access keeps it longer',
      ],
    ],
    [
      { [`${AUTHORIZER} identitySource`]: 'method.request.header.Authorization' },
      [
        'security authorizer-loosened POST /users: the `LambdaAuthorizer` `bearer`: a request without `method.request.header.x-shop` is no longer rejected at once, and a kept result no longer depends on it',
      ],
    ],
    // What answers.
    [
      { [`${POST} ${INTEGRATION}`]: lambda('${create_arn}', { timeoutInMillis: 5000 }) },
      [
        'outage timeout-lowered POST /users: the timeout changed from 10000 ms to 5000 ms: slower answers become a 504',
      ],
    ],
    [
      { [`${POST} ${INTEGRATION}`]: lambda('${create_arn}') },
      ['behaviour timeout-raised POST /users: the timeout changed from 10000 ms to 29000 ms'],
    ],
    [
      { [`${GET} ${INTEGRATION} connectionId`]: '${link_id}2' },
      [
        'outage integration-connection-changed GET /users/{name}: the VPC link changed from `${link_id}` to `${link_id}2`',
      ],
    ],
    [
      { [`${GET} ${INTEGRATION} tlsConfig`]: { insecureSkipVerification: true } },
      [
        'security certificate-not-verified GET /users/{name}: the certificate of the backend is no longer verified',
      ],
    ],
    [
      { [`${LIST} ${INTEGRATION} requestTemplates application/json`]: '{"TableName":"${table}","Limit":5}' },
      [
        'behaviour request-mapping-changed GET /notes: the request template of `application/json` changed from `{"TableName":"${table}"}` to `{"TableName":"${table}","Limit":5}`',
      ],
    ],
    // Browsers.
    [
      {
        'paths /users options': preflight(
          ['https://app.example.com', 'https://*.example.com'],
          'OPTIONS,POST',
        ),
      },
      ['security cors-origin-allowed /users: CORS now allows the origin `https://*.example.com`'],
    ],
    [
      {
        'paths /users options': preflight(
          ['https://app.example.com', 'https://a.example.com', 'https://b.example.com'],
          'OPTIONS,POST',
        ),
      },
      [
        'security cors-origin-allowed /users: CORS now allows the origins `https://a.example.com` and `https://b.example.com`',
      ],
    ],
    [
      { 'paths /users options': preflight(['*'], 'OPTIONS,POST') },
      ['security cors-origin-allowed /users: CORS now allows every origin'],
    ],
    [
      { 'paths /users options': preflight(['https://other.example.com'], 'OPTIONS,POST') },
      [
        'security cors-origin-allowed /users: CORS now allows the origin `https://other.example.com`',
        'behaviour cors-narrowed /users: CORS no longer allows the origin `https://app.example.com`',
      ],
    ],
    [
      { 'paths /users options': preflight(['https://app.example.com'], 'OPTIONS,POST', true) },
      ['security cors-credentials-allowed /users: CORS now allows cookies and other credentials'],
    ],
    [
      { 'paths /users options': undefined },
      ['outage cors-removed /users: the CORS policy is removed: browsers block calls from other origins'],
    ],
    [
      {
        [`${LIST} ${INTEGRATION} responses default responseParameters method.response.header.Access-Control-Allow-Origin`]:
          "'*'",
      },
      ['security cors-origin-allowed GET /notes: CORS now allows every origin'],
    ],
    // Bodies.
    [
      { [`${POST} x-amazon-apigateway-request-validator`]: undefined },
      [
        'security validator-removed POST /users: API Gateway no longer checks bodies: invalid ones reach the integration',
      ],
    ],
    [
      { 'components schemas User properties name maxLength': 10 },
      [
        'behaviour model-changed POST /users: the model of the request body (`application/json`) changed at `properties.name.maxLength`',
      ],
    ],
    // The API.
    [
      { 'x-amazon-apigateway-policy Statement': [REST_API['x-amazon-apigateway-policy']] },
      [
        'security policy-widened : the resource policy may allow more callers: 1 statement added, 2 statements removed',
      ],
    ],
    [
      { 'x-amazon-apigateway-security-policy': 'TLS_1_0' },
      [
        'security tls-lowered : the TLS policy changed from `TLS_1_2` to `TLS_1_0`: check that it is not weaker',
      ],
    ],
    [
      { 'x-amazon-apigateway-binary-media-types': ['image/png'] },
      [
        'outage binary-types-changed : the list of binary media types changed from `["image/png","application/pdf"]` to `["image/png"]`',
      ],
    ],
    [{ 'x-amazon-apigateway-api-key-source': undefined }, []],
    [
      { [`${POST} summary`]: 'Create', [`${POST} tags`]: [] },
      ['cosmetic documentation-changed POST /users: the documentation changed: `summary` and `tags`'],
    ],
  ];

  it.each(
    CASES.map(([members, expected]) => ({
      title: expected[0] ?? `nothing: ${JSON.stringify(members)}`,
      members,
      expected,
    })),
  )('tells $title', ({ members, expected }) => {
    expect(changes(members)).toEqual(expected);
  });

  it('tells routes that come and go, and routes that others answer', () => {
    const route = {
      operationId: 'x',
      parameters: [],
      responses: {},
      security: [],
      [INTEGRATION]: lambda('${x}'),
    };
    expect(changes({ 'paths /open': { get: { ...route, [INTEGRATION]: lambda('${create_arn}') } } })).toEqual(
      [
        'security open-route-added GET /open: the route is added, and anyone can call it: it has no authorizer and no API key',
      ],
    );
    expect(changes({ 'paths /users/{name}': undefined })).toEqual([
      'outage route-removed GET /users/{name}: the route is removed: callers get a 403 or 404',
      'cosmetic placeholder-removed : the placeholder `${host}` is no longer used',
      'cosmetic placeholder-removed : the placeholder `${link_id}` is no longer used',
    ]);
    const proxied = withMembers(REST_API, {
      'paths /users/{name}': undefined,
      'paths /users/{rest+}': {
        'x-amazon-apigateway-any-method': withMembers(REST_API, {}).paths['/users/{name}']!['get'],
      },
      'paths /users/{rest+} x-amazon-apigateway-any-method security': [],
    });
    expect(diff(REST_API, proxied)).toEqual([
      'security authorizer-removed GET /users/{name}: the authorizer `bearer` is removed: anyone can call the route',
      'security open-route-added ANY /users/{rest+}: the route is added, and anyone can call it: it has no authorizer and no API key',
      'behaviour route-answered-by-other GET /users/{name}: the route is removed: `ANY /users/{rest+}` answers its requests now',
    ]);
  });

  it('tells a renamed path variable once', () => {
    const text = JSON.stringify(REST_API.paths['/users/{name}'])
      .replaceAll('{name}', '{id}')
      .replaceAll('path.name', 'path.id')
      .replace('"name":"name"', '"name":"id"');
    const now = withMembers(REST_API, {
      'paths /users/{name}': undefined,
      'paths /users/{id}': JSON.parse(text),
    });
    expect(diff(REST_API, now)).toEqual([
      'outage path-variable-renamed GET /users/{id}: the path variable `name` is now `id`: the deployment replaces the resource, and the backend gets the new name',
    ]);
  });

  it('tells a renamed placeholder once, and text that looks like one is none', () => {
    const renamed = JSON.parse(JSON.stringify(REST_API).replaceAll('${authorizer_arn}', '${auth_arn}'));
    expect(diff(REST_API, renamed)).toEqual([
      'outage placeholder-renamed POST /users: the placeholder `${authorizer_arn}` is now `${auth_arn}`: fill in the new name, or the deployment fails',
    ]);
    expect(changes({ 'info description': 'A $${create_arn}' })).toEqual([
      'cosmetic documentation-changed : the `description` of the API changed from `A shop` to `A ${create_arn}`',
    ]);
    expect(
      changes({ [`${POST} ${INTEGRATION}`]: lambda('${create_arn}:${alias}', { timeoutInMillis: 10_000 }) }),
    ).toEqual([
      'outage integration-target-changed POST /users: the target changed from `${create_arn}` to `${create_arn}:${alias}`',
      'outage placeholder-added POST /users: the placeholder `${alias}` is new: fill it in, or the deployment fails',
    ]);
  });

  it('tells a renamed authorizer as cosmetic', () => {
    const renamed = JSON.parse(JSON.stringify(REST_API).replaceAll('"bearer"', '"token"'));
    expect(diff(REST_API, renamed)).toEqual([
      'cosmetic authorizer-renamed : the authorizer `bearer` is now called `token`',
    ]);
  });

  it('follows the shared integrations of an HTTP API, and its own default of the timeout', () => {
    const integration = lambda('${create_arn}', { payloadFormatVersion: '2.0' });
    const own = withMembers(REST_API, { [`${POST} ${INTEGRATION}`]: integration });
    const shared = withMembers(own, {
      [`${POST} ${INTEGRATION}`]: { $ref: '#/components/x-amazon-apigateway-integrations/create' },
      'components x-amazon-apigateway-integrations': { create: { ...integration, timeoutInMillis: 30_000 } },
    });
    expect(diff(own, shared, 'http-api')).toEqual([]);
    expect(
      diff(
        own,
        withMembers(shared, { 'components x-amazon-apigateway-integrations create uri': 'x' }),
        'http-api',
      ),
    ).toEqual([
      'outage integration-target-changed POST /users: the target changed from `${create_arn}` to `x`',
      'cosmetic placeholder-removed : the placeholder `${create_arn}` is no longer used',
    ]);
    const policy = { allowOrigins: ['https://a.example'], allowMethods: ['POST'] };
    const cors = withMembers(own, { 'x-amazon-apigateway-cors': policy });
    expect(
      diff(cors, withMembers(cors, { 'x-amazon-apigateway-cors allowOrigins': ['*'] }), 'http-api'),
    ).toEqual(['security cors-origin-allowed : CORS now allows every origin']);
    expect(diff(cors, withMembers(cors, { 'x-amazon-apigateway-cors maxAge': 60 }), 'http-api')).toEqual([
      'behaviour cors-changed : browsers keep a preflight for 60 seconds, before as long as they like',
    ]);
  });

  it('takes another queue of an HTTP API for another target', () => {
    const integration = {
      type: 'AWS_PROXY',
      integrationSubtype: 'SQS-SendMessage',
      requestParameters: { QueueUrl: 'https://sqs.example.com/1/a', MessageBody: '$request.body' },
    };
    const base = withMembers(REST_API, { [`${POST} ${INTEGRATION}`]: integration });
    const parameters = `${POST} ${INTEGRATION} requestParameters`;
    const now = withMembers(base, {
      [`${parameters} QueueUrl`]: 'https://sqs.example.com/1/b',
      [`${parameters} MessageBody`]: '$request.body.id',
    });
    expect(diff(base, now, 'http-api')).toEqual([
      'outage integration-target-changed POST /users: the request parameter `QueueUrl` changed from `https://sqs.example.com/1/a` to `https://sqs.example.com/1/b`',
      'behaviour request-mapping-changed POST /users: the request parameter `MessageBody` changed from `$request.body` to `$request.body.id`',
    ]);
  });

  it('finds `Vary: Origin` that comes or goes with the same origins', () => {
    const vary = `${LIST} ${INTEGRATION} responses default responseParameters method.response.header.Vary`;
    const varying = withMembers(REST_API, { [vary]: "'Origin'" });
    expect(diff(REST_API, varying)).toEqual([
      'behaviour cors-changed GET /notes: responses have `Vary: Origin` now',
    ]);
    expect(diff(varying, REST_API)).toEqual([
      'behaviour cors-changed GET /notes: responses no longer have `Vary: Origin`: a cache may give one origin the response to another',
    ]);
  });
});
