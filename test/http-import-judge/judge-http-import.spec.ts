import { describe, expect, it } from '@jest/globals';
import { judgeHttpImport } from '../support/http-import-judge/judge-http-import.js';
import type { HttpOutcome } from '../support/http-import-judge/http-verdict.js';
import { replaceMember } from '../support/replace-member.js';

const ANY = 'x-amazon-apigateway-any-method';
const INTEGRATION = 'x-amazon-apigateway-integration';
const INTEGRATIONS = 'x-amazon-apigateway-integrations';
const CORS = 'x-amazon-apigateway-cors';
const AUTHORIZER = 'x-amazon-apigateway-authorizer';
const INVOCATION =
  'arn:${AWS::Partition}:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:api/invocations';
const LISTENER =
  'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2';
const ROLE = 'arn:aws:iam::111122223333:role/gateway';
const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const responses = { 200: { description: '' } };
const shared = { $ref: `#/components/${INTEGRATIONS}/api` };

/** What AWS's pages say of an HTTP API, in one document. */
const VALID = {
  openapi: '3.0.1',
  info: { title: 'shop', description: 'A shop', version: '1.0' },
  servers: [{ url: '/', 'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true } }],
  tags: [{ name: 'team', 'x-amazon-apigateway-tag-value': 'shop' }],
  'x-amazon-apigateway-importexport-version': '1.0',
  [CORS]: {
    allowOrigins: ['https://app.example.com'],
    allowMethods: ['GET', 'OPTIONS'],
    allowHeaders: ['Authorization'],
    exposeHeaders: ['ETag'],
    allowCredentials: true,
    maxAge: 600,
  },
  paths: {
    '/$default': {
      [ANY]: { isDefaultRoute: true, responses, security: [{ jwt: [] }], [INTEGRATION]: shared },
    },
    '/{proxy+}': { options: { responses, security: [], [INTEGRATION]: shared } },
    '/users/{id}': {
      parameters: [ID],
      get: { responses, security: [{ jwt: ['users/read'] }], [INTEGRATION]: shared },
      put: {
        responses,
        security: [{ guard: [] }],
        [INTEGRATION]: {
          type: 'http_proxy',
          httpMethod: 'ANY',
          uri: 'https://example.com:8443/users/{id}',
          payloadFormatVersion: '1.0',
          timeoutInMillis: 30_000,
          requestParameters: {
            'overwrite:header.X-Tenant': '$context.authorizer.tenant',
            'append:querystring.id': 'user-${request.path.id}-${context.routeKey}',
            'remove:header.X-Debug': "''",
          },
        },
      },
      delete: {
        responses,
        security: [{ iam: [] }],
        [INTEGRATION]: {
          type: 'HTTP_PROXY',
          httpMethod: 'DELETE',
          uri: LISTENER,
          payloadFormatVersion: '1.0',
          connectionType: 'VPC_LINK',
          connectionId: 'abc123',
          tlsConfig: { serverNameToVerify: 'shop.internal' },
          requestParameters: { 'overwrite:path': '$request.path' },
        },
      },
    },
    '/jobs': {
      post: {
        responses,
        security: [],
        [INTEGRATION]: {
          type: 'AWS_PROXY',
          integrationSubtype: 'SQS-SendMessage',
          payloadFormatVersion: '1.0',
          credentials: ROLE,
          requestParameters: {
            QueueUrl: 'https://sqs.${AWS::Region}.amazonaws.com/111122223333/jobs',
            MessageBody: '$request.body.job[0].name',
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      jwt: {
        type: 'oauth2',
        flows: {},
        [AUTHORIZER]: {
          type: 'jwt',
          identitySource: '$request.header.Authorization',
          jwtConfiguration: { issuer: 'https://id.example.com', audience: ['shop'] },
        },
      },
      guard: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        [AUTHORIZER]: {
          type: 'request',
          authorizerUri: INVOCATION,
          authorizerPayloadFormatVersion: '2.0',
          enableSimpleResponses: true,
          identitySource: '$request.header.Authorization, $context.routeKey',
          authorizerResultTtlInSeconds: 300,
        },
      },
      iam: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'awsSigv4',
      },
    },
    [INTEGRATIONS]: {
      api: { type: 'AWS_PROXY', httpMethod: 'POST', uri: INVOCATION, payloadFormatVersion: '2.0' },
    },
  },
};

const GET = ['paths', '/users/{id}', 'get'];
const PUT = ['paths', '/users/{id}', 'put'];
const BACKEND = [...PUT, INTEGRATION];
const PRIVATE = ['paths', '/users/{id}', 'delete', INTEGRATION];
const JOB = ['paths', '/jobs', 'post', INTEGRATION];
const FUNCTION = ['components', INTEGRATIONS, 'api'];
const JWT = ['components', 'securitySchemes', 'jwt'];
const GUARD = ['components', 'securitySchemes', 'guard'];
const answered = { responses, security: [], [INTEGRATION]: shared };
const many = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `n${index}`);
const routes = (count: number, integration: (index: number) => object): object =>
  Object.fromEntries(
    many(count).map((name, index) => [
      `/${name}`,
      { get: { ...answered, [INTEGRATION]: integration(index) } },
    ]),
  );

const FAULTS: readonly (readonly [HttpOutcome, string, readonly string[], unknown])[] = [
  ['rejected', "Unable to determine OAS version from '3.1.0'", ['openapi'], '3.1.0'],
  ['rejected', 'Unable to build importer', ['openapi'], undefined],
  ['rejected', 'the name of an API', ['info', 'title'], 'x'.repeat(129)],
  ['rejected', 'the description of an API', ['info', 'description'], 'x'.repeat(1025)],
  ['rejected', 'the version of an API', ['info', 'version'], ''],
  ['rejected', 'importexport-version', ['x-amazon-apigateway-importexport-version'], '2.0'],
  ['dropped', 'no counterpart of x-amazon-apigateway-policy', ['x-amazon-apigateway-policy'], {}],
  [
    'dropped',
    'no counterpart of x-amazon-apigateway-binary-media-types',
    ['x-amazon-apigateway-binary-media-types'],
    ['*/*'],
  ],
  ['dropped', 'components.schemas', ['components', 'schemas'], { User: { type: 'object' } }],
  ['broken', 'security at the root', ['security'], [{ jwt: [] }]],
  ['warned', 'More than one server', ['servers'], [{ url: '/' }, { url: '/v2' }]],
  [
    'dropped',
    'vpcEndpointIds',
    ['servers', '0', 'x-amazon-apigateway-endpoint-configuration'],
    { vpcEndpointIds: ['vpce-1'] },
  ],
  ['warned', 'is missing', [...GET, 'responses'], { 200: { $ref: '#/components/responses/Done' } }],

  ['dropped', 'CORS has no allowOrigin', [CORS, 'allowOrigin'], '*'],
  ['rejected', 'allowHeaders is a list', [CORS, 'allowHeaders'], 'Authorization'],
  ['broken', 'takes * for a name in allowOrigins', [CORS, 'allowOrigins'], ['*']],
  ['broken', 'takes * for a name in allowHeaders', [CORS, 'allowHeaders'], ['*']],
  ['broken', 'no browser sends the origin', [CORS, 'allowOrigins'], ['https://*.example.com']],
  ['broken', 'no browser sends the origin', [CORS, 'allowOrigins'], ['https://app.example.com/']],
  ['rejected', 'no method: get', [CORS, 'allowMethods'], ['get']],
  ['rejected', 'maxAge is an integer', [CORS, 'maxAge'], 86_401],
  ['rejected', 'allowCredentials is a boolean', [CORS, 'allowCredentials'], 'true'],
  ['broken', 'a preflight gets 401', ['paths', '/{proxy+}'], undefined],
  ['broken', 'a preflight gets 401', ['paths', '/any'], { [ANY]: { ...answered, security: [{ jwt: [] }] } }],

  ['rejected', 'a path begins with a slash', ['paths', 'users'], { get: answered }],
  ['dropped', 'no route is made for a path with a slash', ['paths', '/users/'], { get: answered }],
  ['rejected', 'a segment is empty', ['paths', '/users//all'], { get: answered }],
  ['rejected', 'a variable is a whole segment', ['paths', '/file-{name}'], { get: answered }],
  ['rejected', 'a greedy variable is the last', ['paths', '/{rest+}/end'], { get: answered }],
  ['rejected', 'two variables have one name', ['paths', '/{a}/{a}'], { get: answered }],
  ['rejected', 'the route is that of get /users/{id}', ['paths', '/users/{name}'], { get: answered }],
  ['rejected', 'other names in /users/{id}', ['paths', '/users/{name}'], { post: answered }],
  ['dropped', 'a path item has no trace', ['paths', '/jobs', 'trace'], answered],
  ['rejected', 'the default route has every method', ['paths', '/$default', 'get'], answered],
  ['broken', 'without isDefaultRoute', ['paths', '/$default', ANY, 'isDefaultRoute'], undefined],
  ['broken', 'only $default', [...GET, 'isDefaultRoute'], true],

  ['warned', "attribute paths.'/users/{id}'(get).responses is missing", [...GET, 'responses'], undefined],
  ['dropped', 'requestBody is ignored', [...PUT, 'requestBody'], {}],
  ['dropped', 'content of 200', [...GET, 'responses', '200', 'content'], {}],
  ['rejected', 'Multiple security requirements', [...GET, 'security'], [{ jwt: [] }, { guard: [] }]],
  ['rejected', 'Multiple security requirements', [...GET, 'security'], [{ jwt: [], guard: [] }]],
  ['rejected', 'no security scheme', [...GET, 'security'], [{ other: [] }]],
  ['rejected', 'scopes are for JWT authorizers', [...PUT, 'security'], [{ guard: ['read'] }]],
  ['broken', 'nothing answers', [...GET, INTEGRATION], undefined],
  ['warned', 'is missing', [...GET, INTEGRATION, '$ref'], `#/components/${INTEGRATIONS}/other`],

  ['warned', 'Unsupported integration type MOCK', [...BACKEND, 'type'], 'mock'],
  ['dropped', 'requestTemplates is no member', [...BACKEND, 'requestTemplates'], {}],
  ['dropped', 'responseParameters is no member', [...BACKEND, 'responseParameters'], {}],
  ['rejected', 'credentials', [...FUNCTION, 'credentials'], 'gateway'],
  ['rejected', 'AWS_IAM is needed', [...FUNCTION, 'credentials'], 'arn:aws:iam::*:user/*'],
  ['rejected', 'Timeout should be between', [...BACKEND, 'timeoutInMillis'], 30_001],
  [
    'rejected',
    'the parameter overwrite:path is a text',
    [...PRIVATE, 'requestParameters', 'overwrite:path'],
    1,
  ],
  ['rejected', 'AWS_PROXY calls functions', [...FUNCTION, 'uri'], 'https://example.com'],
  ['broken', 'a function is invoked with POST', [...FUNCTION, 'httpMethod'], 'GET'],
  ['rejected', 'payloadFormatVersion is 1.0 or 2.0', [...FUNCTION, 'payloadFormatVersion'], undefined],
  ['rejected', 'a function has no VPC link', [...FUNCTION, 'connectionType'], 'VPC_LINK'],
  ['rejected', 'no method of a backend', [...BACKEND, 'httpMethod'], undefined],
  ['rejected', 'the payloadFormatVersion of a backend', [...BACKEND, 'payloadFormatVersion'], '2.0'],
  ['rejected', 'Invalid HTTP endpoint', [...BACKEND, 'uri'], 'https://example.com:81'],
  ['broken', 'the path has no {name}', [...BACKEND, 'uri'], 'https://example.com/{name}'],
  ['rejected', 'a connectionId needs VPC_LINK', [...BACKEND, 'connectionId'], 'abc'],
  ['rejected', 'serverNameToVerify', [...BACKEND, 'tlsConfig'], { serverNameToVerify: 'x' }],
  ['dropped', 'insecureSkipVerification', [...BACKEND, 'tlsConfig'], { insecureSkipVerification: true }],
  ['rejected', 'VPC_LINK has a connectionId', [...PRIVATE, 'connectionId'], undefined],
  ['rejected', 'behind a VPC link are listeners', [...PRIVATE, 'uri'], 'http://shop.internal'],
  [
    'rejected',
    'behind a VPC link are listeners',
    [...PRIVATE, 'uri'],
    'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1',
  ],
  ['broken', 'the name of the stage', [...PRIVATE, 'requestParameters'], undefined],

  ['rejected', 'no integration subtype', [...JOB, 'integrationSubtype'], 'DynamoDB-PutItem'],
  ['rejected', 'a subtype is of AWS_PROXY', [...JOB, 'type'], 'HTTP_PROXY'],
  ['rejected', 'a subtype has no uri', [...JOB, 'uri'], INVOCATION],
  ['rejected', 'the payloadFormatVersion of a subtype', [...JOB, 'payloadFormatVersion'], '2.0'],
  ['rejected', 'a subtype has credentials', [...JOB, 'credentials'], undefined],
  ['rejected', 'has a MessageBody', [...JOB, 'requestParameters', 'MessageBody'], undefined],
  ['rejected', 'has no Body', [...JOB, 'requestParameters', 'Body'], 'x'],
  ['rejected', 'has no value', [...JOB, 'requestParameters', 'MessageBody'], ''],
  ['rejected', 'Invalid mapping expression', [...JOB, 'requestParameters', 'MessageBody'], '$input.body'],
  ['rejected', 'Invalid mapping expression', [...JOB, 'requestParameters', 'MessageBody'], 'costs $5'],
  ['rejected', 'JSONPath', [...JOB, 'requestParameters', 'MessageBody'], '$request.body..name'],
  ['broken', 'the guard none has no', [...JOB, 'requestParameters', 'MessageBody'], '$context.authorizer.a'],
  [
    'rejected',
    'Invalid mapping expression',
    [...BACKEND, 'requestParameters'],
    { 'integration.request.header.X': 'a' },
  ],
  [
    'rejected',
    'cannot be mapped',
    [...BACKEND, 'requestParameters'],
    { 'overwrite:header.Authorization': 'a' },
  ],
  ['rejected', "is ''", [...BACKEND, 'requestParameters'], { 'remove:header.X': 'a' }],
  [
    'broken',
    'which the path does not have',
    [...BACKEND, 'requestParameters'],
    { 'overwrite:header.X': '$request.path.name' },
  ],
  [
    'broken',
    '$context has no resourcePath',
    [...BACKEND, 'requestParameters'],
    { 'overwrite:header.X': '$context.resourcePath' },
  ],
  [
    'broken',
    'the guard lambda has no authorizer.claims.sub',
    [...BACKEND, 'requestParameters'],
    { 'overwrite:header.X': '$context.authorizer.claims.sub' },
  ],

  ['rejected', 'oauth2 has flows', [...JWT, 'flows'], undefined],
  ['rejected', 'a JWT authorizer stands in', [...JWT, 'type'], 'apiKey'],
  ['warned', "Unsupported security definition type 'http'", [...JWT, 'type'], 'http'],
  ['rejected', 'Invalid issuer', [...JWT, AUTHORIZER, 'jwtConfiguration', 'issuer'], 'http://id.example.com'],
  ['rejected', 'has an audience', [...JWT, AUTHORIZER, 'jwtConfiguration', 'audience'], []],
  ['rejected', 'at most 50 audiences', [...JWT, AUTHORIZER, 'jwtConfiguration', 'audience'], many(51)],
  [
    'rejected',
    'one header or query parameter',
    [...JWT, AUTHORIZER, 'identitySource'],
    '$request.header.A, $request.header.B',
  ],
  ['dropped', 'resultTtl of a jwt authorizer', [...JWT, AUTHORIZER, 'resultTtl'], 1],
  ['rejected', 'no authorizer of an HTTP API: token', [...GUARD, AUTHORIZER, 'type'], 'token'],
  ['rejected', 'a Lambda authorizer stands in apiKey', [...GUARD, 'type'], 'openIdConnect'],
  ['rejected', 'an apiKey has a name', [...GUARD, 'name'], undefined],
  ['rejected', 'authorizerUri', [...GUARD, AUTHORIZER, 'authorizerUri'], 'https://example.com'],
  ['rejected', 'is 1.0 or 2.0', [...GUARD, AUTHORIZER, 'authorizerPayloadFormatVersion'], undefined],
  ['rejected', 'simple responses need', [...GUARD, AUTHORIZER, 'authorizerPayloadFormatVersion'], '1.0'],
  ['rejected', 'enableSimpleResponses is a boolean', [...GUARD, AUTHORIZER, 'enableSimpleResponses'], 'yes'],
  ['rejected', 'authorizerCredentials', [...GUARD, AUTHORIZER, 'authorizerCredentials'], 'gateway'],
  ['rejected', 'integer of 0 to 3600', [...GUARD, AUTHORIZER, 'authorizerResultTtlInSeconds'], 3601],
  ['rejected', 'that is cached has an identity source', [...GUARD, AUTHORIZER, 'identitySource'], undefined],
  ['rejected', 'no identity source: header.A', [...GUARD, AUTHORIZER, 'identitySource'], 'header.A'],
  ['broken', 'no resourcePath', [...GUARD, AUTHORIZER, 'identitySource'], '$context.resourcePath'],
  ['dropped', 'identityValidationExpression', [...GUARD, AUTHORIZER, 'identityValidationExpression'], '.*'],
  [
    'broken',
    'the scheme guards nothing',
    ['components', 'securitySchemes', 'iam', 'x-amazon-apigateway-authtype'],
    'custom',
  ],

  ['rejected', 'number of routes for this API has been reached: 301', ['paths'], routes(301, () => shared)],
  ['rejected', 'at most 10 scopes', [...GET, 'security'], [{ jwt: many(11) }]],
  [
    'rejected',
    'number of authorizers has been reached: 11',
    ['components', 'securitySchemes'],
    Object.fromEntries(many(11).map((name) => [name, VALID.components.securitySchemes.guard])),
  ],
];

describe('the judge of HTTP APIs', () => {
  it('takes what AWS documents', () => {
    expect(judgeHttpImport(VALID)).toEqual([]);
    expect(judgeHttpImport(JSON.stringify(VALID))).toEqual([]);
    expect(judgeHttpImport({ ...VALID, openapi: '3.0.3' })).toEqual([]);
  });

  it.each(FAULTS)('%s: %s', (outcome, what, path, value) => {
    expect(judgeHttpImport(replaceMember(VALID, path, value))).toContainEqual({
      outcome,
      what: expect.stringContaining(what),
      place: expect.stringMatching(/./),
    });
  });

  it('counts an integration that routes share once, and others each', () => {
    const own = { ...VALID.components[INTEGRATIONS].api };
    const of = (integration: () => object): readonly string[] =>
      judgeHttpImport({ ...VALID, paths: routes(301, integration) }, { limits: { routes: 400 } }).map(
        ({ what }) => what,
      );
    expect(of(() => shared)).toEqual([]);
    expect(of(() => own)).toEqual(['Maximum number of integrations for this API has been reached: 301']);
  });

  it.each<[string, readonly string[], unknown]>([
    [
      'a guarded route of every verb with an open OPTIONS',
      ['paths', '/any'],
      {
        [ANY]: { ...answered, security: [{ jwt: [] }] },
        options: answered,
      },
    ],
    [
      'a function by its bare ARN',
      [...FUNCTION, 'uri'],
      'arn:aws:lambda:eu-west-1:111122223333:function:api:live',
    ],
    [
      'a service of Cloud Map',
      [...PRIVATE, 'uri'],
      'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1?a=b',
    ],
    [
      'an authorizer that keeps nothing',
      [...GUARD, AUTHORIZER],
      {
        type: 'request',
        authorizerUri: INVOCATION,
        authorizerPayloadFormatVersion: '1.0',
        authorizerResultTtlInSeconds: 0,
      },
    ],
    ['all origins of a scheme', [CORS], { allowOrigins: ['https://*'] }],
    ['the default route of SAM', ['paths', '$default'], { [ANY]: answered }],
  ])('takes %s', (_, path, value) => {
    expect(judgeHttpImport(replaceMember(VALID, path, value))).toEqual([]);
  });
});
