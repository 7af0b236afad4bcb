import { describe, expect, it } from '@jest/globals';
import { compareAll } from '../../../lib/cli/verify/compare/compare-all.js';
import type { Deployed } from '../../../lib/cli/verify/compare/deployed.js';
import { ANYTHING } from '../../../lib/cli/verify/compare/matches.js';
import type { Connection } from '../../../lib/cli/verify/emulator/connect.js';
import { MOTO } from '../../../lib/cli/verify/emulator/moto.js';
import type { Emulator } from '../../../lib/cli/verify/emulator/emulator.js';
import { describeHttpApi } from '../../../lib/cli/verify/http-api/describe-http-api.js';
import { readHttpApi } from '../../../lib/cli/verify/http-api/read-http-api.js';
import { describeRestApi } from '../../../lib/cli/verify/rest-api/describe-rest-api.js';
import { describeStage } from '../../../lib/cli/verify/rest-api/describe-stage.js';
import { readRestApi } from '../../../lib/cli/verify/rest-api/read-rest-api.js';

const AWS: Emulator = { ...MOTO, name: 'AWS', hidden: { 'rest-api': [], 'http-api': [] } };
const URI = 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/users/invocations';
const FILLED = URI.replace('${AWS::Region}', 'eu-west-1');

const REST_DOCUMENT = {
  info: { title: 'shop', description: 'A shop' },
  'x-amazon-apigateway-binary-media-types': ['image/png', 'image/gif'],
  'x-amazon-apigateway-policy': {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*/GET/a' },
    ],
  },
  'x-amazon-apigateway-request-validators': {
    all: { validateRequestBody: true, validateRequestParameters: true },
  },
  'x-amazon-apigateway-gateway-responses': {
    DEFAULT_4XX: {
      statusCode: 400,
      responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': `'${ANYTHING}'` },
    },
  },
  components: {
    schemas: {
      User: { type: 'object', properties: { pet: { $ref: '#/components/schemas/Pet' } } },
      Pet: { type: 'string', maxLength: 9 },
    },
    securitySchemes: {
      key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
      guard: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': { type: 'token', authorizerUri: URI },
      },
    },
  },
  paths: {
    '/users/{name}': {
      put: {
        parameters: [{ in: 'path', name: 'name', required: true }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } } },
        responses: { 200: {} },
        security: [{ guard: [], key: [] }],
        'x-amazon-apigateway-request-validator': 'all',
        'x-amazon-apigateway-integration': { type: 'aws_proxy', uri: URI, httpMethod: 'POST' },
      },
    },
  },
};

/** What API Gateway answers of it, by path. */
const REST_ANSWERS: Readonly<Record<string, unknown>> = {
  '/restapis/a': {
    name: 'shop',
    description: 'A shop',
    apiKeySource: 'HEADER',
    binaryMediaTypes: ['image/gif', 'image/png'],
    disableExecuteApiEndpoint: false,
    // Escaped, and with the API in each resource.
    policy:
      '{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Deny\\",\\"Principal\\":{\\"AWS\\":\\"*\\"},\\"Action\\":[\\"execute-api:Invoke\\"],\\"Resource\\":\\"arn:aws:execute-api:eu-west-1:123456789012:a/*/GET/a\\"}]}',
  },
  '/restapis/a/resources?embed=methods&limit=500': {
    item: [{ path: '/' }],
    position: 'two',
  },
  '/restapis/a/resources?embed=methods&limit=500&position=two': {
    item: [
      {
        path: '/users/{name}',
        resourceMethods: {
          PUT: {
            authorizationType: 'CUSTOM',
            authorizerId: 'g1',
            apiKeyRequired: true,
            requestValidatorId: 'v1',
            requestParameters: { 'method.request.path.name': true },
            requestModels: { 'application/json': 'User' },
            methodResponses: { 200: { statusCode: '200' } },
            methodIntegration: { type: 'AWS_PROXY', uri: FILLED, httpMethod: 'POST', cacheNamespace: 'x' },
          },
        },
      },
    ],
  },
  '/restapis/a/authorizers?limit=500': {
    item: [
      {
        id: 'g1',
        name: 'guard',
        type: 'TOKEN',
        authorizerUri: FILLED,
        identitySource: 'method.request.header.Authorization',
      },
    ],
  },
  '/restapis/a/models?limit=500': {
    item: [
      { name: 'Empty' },
      {
        name: 'User',
        schema:
          '{"properties":{"pet":{"$ref":"https://apigateway.amazonaws.com/restapis/a/models/Pet"}},"type":"object"}',
      },
      // Its content is not kept.
      { name: 'Pet' },
    ],
  },
  '/restapis/a/requestvalidators?limit=500': {
    item: [{ id: 'v1', name: 'all', validateRequestBody: true, validateRequestParameters: true }],
  },
  '/restapis/a/gatewayresponses?limit=500': {
    item: [
      { responseType: 'DEFAULT_5XX', defaultResponse: true },
      {
        responseType: 'DEFAULT_4XX',
        defaultResponse: false,
        statusCode: '400',
        responseParameters: {
          'gatewayresponse.header.Access-Control-Allow-Origin': "'https://a.example.com'",
        },
      },
    ],
  },
  '/restapis/a/stages/prod': {
    methodSettings: {
      '*/*': {
        throttlingRateLimit: 100,
        throttlingBurstLimit: 200,
        cachingEnabled: false,
        loggingLevel: 'ERROR',
        metricsEnabled: true,
        dataTraceEnabled: false,
      },
      '~1users~1{name}/PUT': {
        cachingEnabled: true,
        cacheTtlInSeconds: 60,
        cacheDataEncrypted: true,
        loggingLevel: 'INFO',
        metricsEnabled: true,
        dataTraceEnabled: true,
      },
    },
  },
};

const HTTP_DOCUMENT = {
  info: { title: 'shop', version: '1' },
  'x-amazon-apigateway-cors': { allowOrigins: ['https://b.example.com', 'https://a.example.com'] },
  components: {
    'x-amazon-apigateway-integrations': {
      users: { type: 'AWS_PROXY', uri: URI, httpMethod: 'POST', payloadFormatVersion: '2.0' },
    },
    securitySchemes: {
      jwt: {
        type: 'oauth2',
        'x-amazon-apigateway-authorizer': {
          type: 'jwt',
          identitySource: '$request.header.Authorization',
          jwtConfiguration: { issuer: 'https://id.example.com', audience: ['shop'] },
        },
      },
    },
  },
  paths: {
    '/$default': {
      'x-amazon-apigateway-any-method': {
        security: [{ jwt: ['b', 'a'] }],
        'x-amazon-apigateway-integration': { $ref: '#/components/x-amazon-apigateway-integrations/users' },
      },
    },
  },
};

const HTTP_ANSWERS: Readonly<Record<string, unknown>> = {
  '/v2/apis/a': {
    name: 'shop',
    version: '1',
    corsConfiguration: { allowOrigins: ['https://a.example.com', 'https://b.example.com'], maxAge: 0 },
  },
  '/v2/apis/a/routes': {
    items: [
      {
        routeKey: '$default',
        target: 'integrations/i1',
        authorizationType: 'JWT',
        authorizerId: 'j1',
        authorizationScopes: ['a', 'b'],
      },
    ],
  },
  '/v2/apis/a/integrations': {
    items: [
      {
        integrationId: 'i1',
        integrationType: 'AWS_PROXY',
        integrationUri: FILLED,
        integrationMethod: 'POST',
        payloadFormatVersion: '2.0',
      },
    ],
  },
  '/v2/apis/a/authorizers': {
    items: [
      {
        authorizerId: 'j1',
        name: 'jwt',
        authorizerType: 'JWT',
        identitySource: ['$request.header.Authorization'],
        jwtConfiguration: { issuer: 'https://id.example.com', audience: ['shop'] },
      },
    ],
  },
  '/v2/apis/a/stages/prod': { autoDeploy: true },
};

function emulate(answers: Readonly<Record<string, unknown>>): Connection {
  return { endpoint: 'http://127.0.0.1:1', get: (path) => Promise.resolve(answers[path]) };
}

const KINDS = {
  'rest-api': {
    answers: REST_ANSWERS,
    read: readRestApi,
    expected: describeRestApi(
      REST_DOCUMENT,
      'shop',
      describeStage(
        [
          {
            path: '/~1users~1{name}/PUT',
            stage: {
              cache: { ttl: 60, encrypted: true, keys: [] },
              logging: { level: 'INFO', dataTrace: true },
            },
          },
        ],
        { throttle: { rate: 100, burst: 200 } },
      ),
    ),
  },
  'http-api': { answers: HTTP_ANSWERS, read: readHttpApi, expected: describeHttpApi(HTTP_DOCUMENT, 'shop') },
};

/** What is found when an emulator answers otherwise at some paths. */
async function findIn(
  gateway: keyof typeof KINDS,
  otherwise: Readonly<Record<string, unknown>>,
  { emulator = AWS, rendered, secondPlan }: FindSettings = {},
): Promise<readonly string[]> {
  const { answers, read, expected } = KINDS[gateway];
  const actual = await read(emulate({ ...answers, ...otherwise }), 'a', 'prod');
  return compareAll({
    expected,
    rendered: rendered ?? expected,
    actual,
    routes: new Map(),
    variables: { region: 'eu-west-1', account: '123456789012' },
    secondPlan,
    emulator,
    gateway,
  }).map(({ code, message }) => `${code}: ${message}`);
}

interface FindSettings {
  readonly emulator?: Emulator;
  readonly rendered?: readonly Deployed[];
  readonly secondPlan?: string;
}

/** A copy of an answer with another text in it. */
function replaceIn(answer: unknown, from: string, to: string): unknown {
  const text = JSON.stringify(answer);
  if (!text.includes(from)) throw new Error(`There is no ${from}.`);
  return JSON.parse(text.replaceAll(from, to));
}

describe('compareAll', () => {
  it.each(['rest-api', 'http-api'] as const)(
    'finds nothing in a %s that is as it should be',
    async (gateway) => {
      await expect(findIn(gateway, {})).resolves.toEqual([]);
    },
  );

  it.each([
    ['rest-api', '/restapis/a', '"HEADER"', '"AUTHORIZER"', 'apiKeySource'],
    ['rest-api', '/restapis/a', 'image/gif', 'image/jpeg', 'binaryMediaTypes'],
    [
      'rest-api',
      '/restapis/a/resources?embed=methods&limit=500&position=two',
      '"PUT"',
      '"POST"',
      'PUT /users/{name}',
    ],
    [
      'rest-api',
      '/restapis/a/resources?embed=methods&limit=500&position=two',
      'users/inv',
      'x/inv',
      'integration.uri',
    ],
    [
      'rest-api',
      '/restapis/a/resources?embed=methods&limit=500&position=two',
      'CUSTOM',
      'NONE',
      'authorization',
    ],
    ['rest-api', '/restapis/a/resources?embed=methods&limit=500&position=two', ':true', ':false', 'apiKey'],
    ['rest-api', '/restapis/a/authorizers?limit=500', 'TOKEN', 'REQUEST', 'type'],
    ['rest-api', '/restapis/a/models?limit=500', 'User', 'Other', 'User'],
    ['rest-api', '/restapis/a/models?limit=500', '/Pet', '/Dog', 'schema'],
    ['rest-api', '/restapis/a/models?limit=500', 'object', 'array', 'schema'],
    ['rest-api', '/restapis/a', 'Deny', 'Allow', 'policy'],
    ['rest-api', '/restapis/a', '/GET/a', '/GET/b', 'policy'],
    ['rest-api', '/restapis/a/stages/prod', 'INFO', 'ERROR', 'loggingLevel'],
    ['rest-api', '/restapis/a/stages/prod', 'ERROR', 'OFF', 'loggingLevel'],
    ['rest-api', '/restapis/a/stages/prod', '"dataTraceEnabled":false', '"dataTraceEnabled":true', '*/*'],
    [
      'rest-api',
      '/restapis/a/stages/prod',
      '"metricsEnabled":true',
      '"metricsEnabled":false',
      'metricsEnabled',
    ],
    ['rest-api', '/restapis/a/stages/prod', '100', '10', 'throttlingRateLimit'],
    ['rest-api', '/restapis/a/requestvalidators?limit=500', 'true', 'false', 'validateRequestBody'],
    ['rest-api', '/restapis/a/gatewayresponses?limit=500', "'https", 'https', 'responseParameters'],
    ['http-api', '/v2/apis/a', 'https://b', 'https://c', 'corsConfiguration'],
    ['http-api', '/v2/apis/a/routes', '"b"', '"c"', 'scopes'],
    ['http-api', '/v2/apis/a/routes', 'i1', 'i2', 'integration.type'],
    ['http-api', '/v2/apis/a/integrations', '2.0', '1.0', 'integration.payloadFormatVersion'],
    ['http-api', '/v2/apis/a/authorizers', 'shop', 'other', 'jwtConfiguration'],
    ['http-api', '/v2/apis/a/stages/prod', 'true', 'false', 'autoDeploy'],
  ] as const)('finds what a %s has otherwise: %s %s', async (gateway, path, from, to, named) => {
    const found = await findIn(gateway, { [path]: replaceIn(KINDS[gateway].answers[path], from, to) });
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).toContain(`\`${named}\``);
    expect(found.every((one) => one.startsWith('verify-deployed-differently: '))).toBe(true);
  });

  it('says once what Terraform renders otherwise', async () => {
    const { expected } = KINDS['rest-api'];
    const rendered = replaceIn(expected, 'users/inv', 'x/inv') as readonly Deployed[];
    const path = '/restapis/a/resources?embed=methods&limit=500&position=two';
    const found = await findIn(
      'rest-api',
      { [path]: replaceIn(REST_ANSWERS[path], 'users/inv', 'x/inv') },
      { rendered },
    );
    expect(found.map((one) => one.split(':')[0])).toContain('verify-rendered-differently');
    expect(found.filter((one) => one.includes('integration.uri'))).toHaveLength(1);
  });

  it('does not compare what an emulator does not show, and says so', async () => {
    const found = await findIn(
      'rest-api',
      { '/restapis/a/authorizers?limit=500': { item: [] } },
      { emulator: MOTO },
    );
    expect(found).toEqual([
      'verify-not-shown: moto does not show, so these were not compared: binary media types; the resource policy; authorizers; models; request validators; gateway responses; the authorizer, API key, validator, parameters and models of a route',
    ]);
  });

  it('names what a second plan changes', async () => {
    const secondPlan = '  # module.api.aws_api_gateway_stage.this will be updated in-place\n';
    await expect(findIn('rest-api', {}, { secondPlan })).resolves.toEqual([
      'verify-plan-not-empty: a second plan of Terraform still changes `aws_api_gateway_stage.this` (updated in-place)',
    ]);
  });
});
