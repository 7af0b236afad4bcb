import { describe, expect, it } from '@jest/globals';
import { judgeImport } from '../support/import-judge/judge-import.js';
import { storeAuthorizers } from '../support/import-judge/store-authorizers.js';
import { storeMethod, type StoredMethod } from '../support/import-judge/store-method.js';
import type { JudgeOptions } from '../support/import-judge/verdict.js';
import type { Json } from '../support/json.js';

/**
 * Facts that AWS showed in the recorded import tests of LocalStack (tests/aws/services/apigateway), each beside the
 * name of its test and the day of its recording, in documents of our own.
 */
const INTEGRATION = 'x-amazon-apigateway-integration';
const ANY = 'x-amazon-apigateway-any-method';
const invocation = (name: string): string =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111122223333:function:${name}/invocations`;
const OK = { 200: { description: 'Done' } };
const MOCK = {
  type: 'mock',
  requestTemplates: { 'application/json': '{"statusCode":200}' },
  responses: { default: { statusCode: '200' } },
};
const HTTP = {
  type: 'http',
  httpMethod: 'GET',
  uri: 'http://shop.example.com/items',
  responses: { default: { statusCode: '200' } },
};
const PROXY = { type: 'aws_proxy', httpMethod: 'POST', uri: invocation('shop:live') };
const scheme = (name: string, authorizer: object, fields: object = {}): object => ({
  type: 'apiKey',
  name,
  in: 'header',
  'x-amazon-apigateway-authtype': 'custom',
  'x-amazon-apigateway-authorizer': authorizer,
  ...fields,
});
const POOL = {
  type: 'cognito_user_pools',
  providerARNs: ['arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_A'],
};
const SCHEMES = {
  pool: scheme('X-Session', POOL, { 'x-amazon-apigateway-authtype': 'cognito_user_pools' }),
  request: scheme('X-Api-Key', {
    type: 'request',
    authorizerUri: invocation('auth'),
    identitySource: 'method.request.header.X-Other',
    authorizerResultTtlInSeconds: 300,
  }),
  token: scheme('Authorization', {
    type: 'token',
    authorizerUri: invocation('auth'),
    authorizerCredentials: '',
    identitySource: '',
  }),
  iam: {
    type: 'apiKey',
    name: 'Authorization',
    in: 'header',
    'x-amazon-apigateway-authtype': 'awsSigv4',
  },
  key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
};
const SCHEMAS = {
  Item: { type: 'object', properties: { box: { $ref: '#/components/schemas/Box' } }, required: ['box'] },
  Box: {
    type: 'object',
    properties: {
      size: { $ref: '#/components/schemas/Size' },
      holds: { type: 'array', items: { $ref: '#/components/schemas/Item' }, minItems: 1 },
      stamp: { type: 'string', format: 'byte' },
    },
  },
  Size: { type: 'string', enum: ['small', 'large'] },
  Items: { type: 'array', items: { $ref: '#/components/schemas/Item' } },
  Anything: {},
};
const body = (name: string): object => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});

const documentOf = (path: string, method: string, operation: object, root: object = {}): Json => ({
  openapi: '3.0.1',
  info: { title: 'Shop', version: '1' },
  paths: { [path]: { [method]: operation } },
  components: { schemas: SCHEMAS, securitySchemes: SCHEMES },
  ...root,
});

/** What an import refuses or warns about; anything else it takes without a word. */
const told = (document: Json, options: JudgeOptions = {}): readonly string[] =>
  judgeImport(document, options)
    .filter(({ outcome }) => outcome === 'rejected' || outcome === 'warned')
    .map(({ what }) => what);

const warning = (path: string): string =>
  "Invalid format for 'requestParameters'. Expected type string for property 'integration.request.header.A' " +
  `of resource '${path}' and method 'GET' but got 'true'`;

describe('what the recordings take without a warning', () => {
  it.each<[string, string, Json]>([
    [
      'version 3.0.0, an operation without an integration and documentation of it',
      'test_import_documentation_parts, 2026-02-09',
      documentOf(
        '/',
        'get',
        { responses: OK },
        {
          openapi: '3.0.0',
          servers: [{ url: '/' }],
          'x-amazon-apigateway-documentation': {
            version: '1',
            documentationParts: [{ location: { type: 'API' }, properties: { description: 'A shop' } }],
          },
        },
      ),
    ],
    [
      'version 3.0.2 and models in a circle',
      'test_import_with_circular_models, 2025-07-02',
      documentOf(
        '/a',
        'post',
        { requestBody: body('Item'), responses: OK, [INTEGRATION]: MOCK },
        {
          openapi: '3.0.2',
        },
      ),
    ],
    [
      'a number as the version of the API, and responses of a proxy',
      'test_import_and_validate_rest_api[openapi.spec.tf.json], 2025-07-02',
      documentOf(
        '/a',
        'get',
        {
          responses: OK,
          security: [{ key: [] }],
          [INTEGRATION]: { ...PROXY, contentHandling: 'CONVERT_TO_TEXT', responses: MOCK.responses },
        },
        { info: { title: 'Shop', version: 1 } },
      ),
    ],
    [
      'no responses, and a path variable that nothing declares',
      'test_import_and_validate_rest_api[swagger-mock-cors.json], 2025-07-02',
      documentOf('/a/{id}', 'get', { responses: {}, [INTEGRATION]: PROXY }),
    ],
    [
      'no member of responses, two requirements and empty texts in an authorizer',
      'test_import_rest_api, 2025-07-02',
      documentOf('/a', 'get', { security: [{ token: [] }, { key: [] }], [INTEGRATION]: PROXY }),
    ],
    [
      'security of the root and a request authorizer whose scheme has a name of its own',
      'test_import_with_global_api_key_authorizer, 2025-07-02',
      documentOf('/a/{id}', ANY, { responses: OK, [INTEGRATION]: MOCK }, { security: [{ request: [] }] }),
    ],
    [
      'a guarded preflight',
      'test_import_rest_apis_with_base_path_swagger[ignore], 2025-07-02',
      documentOf('/a', 'options', { responses: OK, security: [{ request: [] }], [INTEGRATION]: MOCK }),
    ],
    [
      'a mock with a method and a URI',
      'test_import_with_http_method_integration, 2025-07-02',
      documentOf('/', 'options', { responses: OK, [INTEGRATION]: { ...MOCK, httpMethod: 'POST', uri: 'x' } }),
    ],
    [
      'a URL of stage variables, and a field of HTTP APIs',
      'test_import_with_stage_variables, 2025-09-29',
      documentOf('/a', 'get', {
        responses: OK,
        [INTEGRATION]: {
          type: 'HTTP_PROXY',
          httpMethod: 'POST',
          payloadFormatVersion: '1.0',
          uri: 'https://${stageVariables.host}/${stageVariables.path}?${stageVariables.query}',
        },
      }),
    ],
    [
      'a role and a function without an account of their own',
      'test_import_swagger_api, 2025-07-03',
      documentOf(
        '/a',
        'get',
        { responses: OK, security: [{ old: [] }], [INTEGRATION]: MOCK },
        {
          components: {
            securitySchemes: {
              old: scheme('Authorization', {
                type: 'token',
                authorizerUri: invocation('auth').replace('111122223333', 'account-id'),
                authorizerCredentials: 'arn:aws:iam::account-id:role',
              }),
            },
          },
        },
      ),
    ],
    [
      'statuses that are numbers',
      'test_import_with_integer_http_status_code, 2025-07-02',
      documentOf('/a', 'get', {
        responses: OK,
        [INTEGRATION]: { ...MOCK, responses: { default: { statusCode: 200 } } },
      }),
    ],
    [
      'an integration response for a status that the method does not declare, and a model of anything',
      'test_cfn_with_apigateway_resources, 2024-06-20',
      documentOf('/a', 'get', {
        responses: { 200: { description: '', ...body('Anything') } },
        [INTEGRATION]: { ...HTTP, responses: { ...HTTP.responses, 404: { statusCode: '404' } } },
      }),
    ],
  ])('%s (%s)', (_what, _source, document) => {
    expect(told(document)).toEqual([]);
  });

  it('but for a mapping that is a boolean (test_import_rest_api_with_base_path_oas30, 2025-07-02)', () => {
    const integration = {
      ...MOCK,
      requestParameters: { 'integration.request.header.A': true, 'integration.request.header.B': "'True'" },
    };
    const document = documentOf('/test', 'get', { responses: OK, [INTEGRATION]: integration });
    expect(told(document)).toEqual([warning('/test')]);
    expect(told(document, { basePath: '/base-url/part' })).toEqual([warning('/base-url/part/test')]);
    expect(storeMethod(document, '/test', 'get').methodIntegration).toMatchObject({
      requestParameters: { 'integration.request.header.B': "'True'" },
    });
  });
});

const STORED_MOCK = {
  type: 'MOCK',
  passthroughBehavior: 'WHEN_NO_MATCH',
  timeoutInMillis: 29_000,
  cacheKeyParameters: [],
  requestTemplates: { 'application/json': '{"statusCode":200}' },
  integrationResponses: { 200: { statusCode: '200' } },
};
const STORED_OK = { 200: { statusCode: '200' } };
const open = (httpMethod: string, fields: Partial<StoredMethod>): StoredMethod => ({
  httpMethod,
  authorizationType: 'NONE',
  apiKeyRequired: false,
  methodResponses: STORED_OK,
  methodIntegration: STORED_MOCK,
  ...fields,
});

describe('what the recordings store', () => {
  it.each<[string, string, string, string, Json, Json, StoredMethod]>([
    [
      'defaults of a mock, without its method and URI',
      'test_import_with_http_method_integration, 2025-07-02',
      '/',
      'options',
      { responses: OK, [INTEGRATION]: { ...MOCK, httpMethod: 'POST', uri: 'x' } },
      {},
      open('OPTIONS', {}),
    ],
    [
      'defaults of a backend, its operation and its parameters',
      'test_import_with_cognito_auth_identity_source, 2025-07-02',
      '/a',
      'get',
      {
        operationId: 'LIST ALL',
        parameters: [
          { name: 'page', in: 'query' },
          { name: 'X-T', in: 'header', required: true },
          { name: 'sid', in: 'cookie' },
        ],
        responses: {
          200: { description: '', headers: { 'X-Total': { schema: { type: 'integer' } } }, ...body('Items') },
        },
        [INTEGRATION]: { ...HTTP, type: 'HTTP_PROXY', payloadFormatVersion: '1.0', responses: undefined },
      },
      {},
      {
        httpMethod: 'GET',
        authorizationType: 'NONE',
        apiKeyRequired: false,
        operationName: 'LIST ALL',
        requestParameters: { 'method.request.querystring.page': false, 'method.request.header.X-T': true },
        methodResponses: {
          200: {
            statusCode: '200',
            responseModels: { 'application/json': 'Items' },
            responseParameters: { 'method.response.header.X-Total': false },
          },
        },
        methodIntegration: {
          type: 'HTTP_PROXY',
          httpMethod: 'GET',
          uri: HTTP.uri,
          connectionType: 'INTERNET',
          passthroughBehavior: 'WHEN_NO_MATCH',
          timeoutInMillis: 29_000,
          cacheKeyParameters: [],
        },
      },
    ],
    [
      'security of the root, with its scopes',
      'test_import_with_cognito_auth_identity_source, 2025-07-02',
      '/a',
      'get',
      { responses: OK, [INTEGRATION]: MOCK },
      { security: [{ pool: ['email'] }] },
      open('GET', {
        authorizationType: 'COGNITO_USER_POOLS',
        authorizer: 'pool',
        authorizationScopes: ['email'],
      }),
    ],
    [
      'security of an operation instead of that of the root, without scopes',
      'test_import_with_cognito_auth_identity_source, 2025-07-02',
      '/a',
      'get',
      { responses: OK, security: [{ pool: [] }], [INTEGRATION]: MOCK },
      { security: [{ pool: ['email'] }] },
      open('GET', { authorizationType: 'COGNITO_USER_POOLS', authorizer: 'pool' }),
    ],
    [
      'any method, its path variable and an authorizer whose scheme is named as the header of API keys',
      'test_import_with_global_api_key_authorizer, 2025-07-02',
      '/a/{id}',
      ANY,
      { responses: OK, [INTEGRATION]: MOCK },
      { security: [{ request: [] }] },
      open('ANY', {
        authorizationType: 'CUSTOM',
        authorizer: 'request',
        requestParameters: { 'method.request.path.id': true },
      }),
    ],
    [
      'an API key',
      'test_import_and_validate_rest_api[openapi.spec.tf.json], 2025-07-02',
      '/a',
      'get',
      { responses: OK, security: [{ key: [] }], [INTEGRATION]: MOCK },
      {},
      open('GET', { apiKeyRequired: true }),
    ],
    [
      'a model and the validator of the root',
      'test_import_with_circular_models_and_request_validation, 2025-07-02',
      '/a',
      'post',
      { requestBody: { required: true, ...body('Item') }, responses: OK, [INTEGRATION]: MOCK },
      {
        'x-amazon-apigateway-request-validators': {
          basic: { validateRequestBody: true, validateRequestParameters: true },
        },
        'x-amazon-apigateway-request-validator': 'basic',
      },
      open('POST', { requestModels: { 'application/json': 'Item' }, requestValidator: 'basic' }),
    ],
    [
      'nothing of responses that are not there',
      'test_import_and_validate_rest_api[swagger-mock-cors.json], 2025-07-02',
      '/a',
      'get',
      { responses: {}, [INTEGRATION]: PROXY },
      {},
      {
        httpMethod: 'GET',
        authorizationType: 'NONE',
        apiKeyRequired: false,
        methodIntegration: {
          type: 'AWS_PROXY',
          httpMethod: 'POST',
          uri: PROXY.uri,
          passthroughBehavior: 'WHEN_NO_MATCH',
          timeoutInMillis: 29_000,
          cacheKeyParameters: [],
        },
      },
    ],
  ])('%s (%s)', (_what, _source, path, method, operation, root, stored) => {
    const given = JSON.parse(JSON.stringify(documentOf(path, method, operation, root))) as Json;
    expect(storeMethod(given, path, method)).toEqual(stored);
  });

  it('a signed call (an assertion of the tests of SAM, test_authorizers_min, without a date)', () => {
    const document = documentOf('/a', 'get', { responses: OK, security: [{ iam: [] }], [INTEGRATION]: MOCK });
    expect(storeMethod(document, '/a', 'get')).toEqual(open('GET', { authorizationType: 'AWS_IAM' }));
  });

  it('one of two responses for a status (test_lifecycle_integration_response, 2025-06-11)', () => {
    const responses = { default: { statusCode: '200' }, '2\\d{2}': { statusCode: 200 } };
    const integration = { ...HTTP, responses };
    const document = documentOf('/a', 'get', { responses: OK, [INTEGRATION]: integration });
    expect(storeMethod(document, '/a', 'get').methodIntegration).toMatchObject({
      integrationResponses: { 200: { statusCode: '200', selectionPattern: '2\\d{2}' } },
    });
  });

  it('each authorizer, used or not, with the header of its scheme (test_import_swagger_api, 2025-07-03)', () => {
    expect(storeAuthorizers(documentOf('/a', 'get', {}))).toMatchObject({
      token: { type: 'TOKEN', authType: 'custom', identitySource: 'method.request.header.Authorization' },
      request: {
        type: 'REQUEST',
        authorizerResultTtlInSeconds: 300,
        identitySource: 'method.request.header.X-Other',
      },
      pool: {
        type: 'COGNITO_USER_POOLS',
        authType: 'cognito_user_pools',
        identitySource: 'method.request.header.X-Session',
      },
    });
    expect(Object.keys(storeAuthorizers(documentOf('/a', 'get', {})))).toEqual(['pool', 'request', 'token']);
  });
});
