import { describe, expect, it } from '@jest/globals';
import { checkEmissionRules } from '../support/check-emission-rules.js';
import type { Json } from '../support/json.js';

const INTEGRATION = {
  type: 'http',
  httpMethod: 'GET',
  uri: 'https://backend.example.com/{id}',
  requestParameters: {
    'integration.request.path.id': 'method.request.path.id',
    'integration.request.header.X-Fixed': "'yes'",
  },
  responses: {
    default: { statusCode: '200', responseParameters: { 'method.response.header.X-Total': "'1'" } },
  },
};
const RESPONSE = {
  description: '',
  headers: { 'X-Total': { schema: { type: 'string' } } },
  content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } },
};
const OPERATION = {
  parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
  responses: { 200: RESPONSE },
  security: [{ bearer: [] }],
  'x-amazon-apigateway-request-validator': 'all',
  'x-amazon-apigateway-integration': INTEGRATION,
};
const PREFLIGHT_HEADERS = ['Origin', 'Methods', 'Headers'].map((name) => `Access-Control-Allow-${name}`);
const PREFLIGHT = {
  parameters: OPERATION.parameters,
  responses: {
    200: {
      description: '',
      headers: Object.fromEntries(PREFLIGHT_HEADERS.map((name) => [name, { schema: { type: 'string' } }])),
    },
  },
  security: [],
  'x-amazon-apigateway-integration': {
    type: 'mock',
    contentHandling: 'CONVERT_TO_TEXT',
    requestTemplates: { 'application/json': '{"statusCode":200}' },
    responses: {
      default: {
        statusCode: '200',
        contentHandling: 'CONVERT_TO_TEXT',
        responseParameters: Object.fromEntries(
          PREFLIGHT_HEADERS.map((name) => [`method.response.header.${name}`, "'*'"]),
        ),
      },
    },
  },
};
const CORS_RESPONSE = { responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" } };
const DOCUMENT = {
  openapi: '3.0.1',
  info: { title: 'Test', version: '1' },
  'x-amazon-apigateway-request-validators': { all: { validateRequestBody: true } },
  'x-amazon-apigateway-gateway-responses': { DEFAULT_4XX: CORS_RESPONSE, DEFAULT_5XX: CORS_RESPONSE },
  paths: { '/users/{id}': { get: OPERATION, options: PREFLIGHT } },
  components: {
    schemas: { User: { type: 'object', properties: { name: { type: 'string' } } } },
    securitySchemes: { bearer: { type: 'apiKey', name: 'Authorization', in: 'header' } },
  },
};

const GET = ['paths', '/users/{id}', 'get'];
const GATEWAY = [...GET, 'x-amazon-apigateway-integration'];
const USER = ['components', 'schemas', 'User'];

/** What is wrong, the place, and the value that makes it so; `undefined` takes it away. */
const FAULTS: readonly (readonly [string, readonly string[], unknown])[] = [
  ['the version is 3.0.1', ['openapi'], '3.1.0'],
  ['no security at the root', ['security'], []],
  ['at most one server', ['servers'], [{ url: '/' }, { url: '/v1' }]],
  ['every $ref resolves', USER, { type: 'array', items: { $ref: '#/components/schemas/Nobody' } }],
  ['every scheme is an apiKey', ['components', 'securitySchemes', 'bearer'], { type: 'http' }],
  ['a path item holds known methods alone', ['paths', '/users/{id}', 'trace'], OPERATION],
  ['a path item holds known methods alone', ['paths', '/users/{id}', 'parameters'], []],
  ['security on every operation', [...GET, 'security'], undefined],
  ['an OPTIONS preflight is open', ['paths', '/users/{id}', 'options', 'security'], [{ bearer: [] }]],
  ['the scheme nobody exists', [...GET, 'security'], [{ nobody: [] }]],
  [
    'parameter names are unique across locations',
    [...GET, 'parameters'],
    [...OPERATION.parameters, { name: 'id', in: 'query' }],
  ],
  [
    'the parameter name filter[a] can be held',
    [...GET, 'parameters', '1'],
    { name: 'filter[a]', in: 'query' },
  ],
  [
    'the parameter sid is in the path, the query or a header',
    [...GET, 'parameters', '1'],
    { name: 'sid', in: 'cookie' },
  ],
  ['the path variable id is declared', [...GET, 'parameters'], []],
  ['the mapped parameter method.request.path.id is declared', [...GET, 'parameters'], []],
  ['at least one response', [...GET, 'responses'], {}],
  ['the status default is explicit', [...GET, 'responses', 'default'], RESPONSE],
  ['the status 200 is declared', [...GET, 'responses'], { 204: RESPONSE }],
  ['the header X-Total is declared', [...GET, 'responses', '200', 'headers'], undefined],
  [
    'bodies are JSON',
    [...GET, 'requestBody'],
    { content: { 'text/plain': RESPONSE.content['application/json'] } },
  ],
  [
    'a body refers to a named model',
    [...GET, 'requestBody'],
    { content: { 'application/json': { schema: { type: 'object' } } } },
  ],
  ['the validator none is defined', [...GET, 'x-amazon-apigateway-request-validator'], 'none'],
  ['every operation has an integration', GATEWAY, undefined],
  ['a proxy has no responses', [...GATEWAY, 'type'], 'http_proxy'],
  ['an integration has responses', [...GATEWAY, 'responses'], undefined],
  [
    'a function is invoked with POST',
    [...GATEWAY, 'uri'],
    'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:f/invocations',
  ],
  ['an integration has a uri', [...GATEWAY, 'uri'], undefined],
  ['a timeout is 50 ms at least', [...GATEWAY, 'timeoutInMillis'], 49],
  ['the variable id of the uri is mapped', [...GATEWAY, 'requestParameters'], {}],
  [
    'the mapping value yes is quoted or a source',
    [...GATEWAY, 'requestParameters', 'integration.request.header.X-Fixed'],
    'yes',
  ],
  [
    'the mapping value true is quoted or a source',
    [...GATEWAY, 'responses', 'default', 'responseParameters', 'method.response.header.X-Total'],
    true,
  ],
  [
    'an integration response has a status, as a string',
    [...GATEWAY, 'responses', 'default', 'statusCode'],
    200,
  ],
  ['one integration response for each status', [...GATEWAY, 'responses', '4\\d{2}'], { statusCode: '200' }],
  ['the template for text/plain is a string', [...GATEWAY, 'requestTemplates'], { 'text/plain': {} }],
  [
    'a preflight is text on both sides',
    ['paths', '/users/{id}', 'options', 'x-amazon-apigateway-integration', 'contentHandling'],
    undefined,
  ],
  [
    'CORS headers stand on the default gateway responses',
    ['x-amazon-apigateway-gateway-responses', 'DEFAULT_5XX'],
    {},
  ],
  ['one path variable at each level, {id} or {name}', ['paths', '/users/{name}/x'], { get: OPERATION }],
  ['one path variable at each level, {id} or {rest+}', ['paths', '/users/{rest+}'], { get: OPERATION }],
  ['nothing stands below a wildcard', ['paths', '/{rest+}/x'], {}],
  ['no slash at the end of a path', ['paths', '/x/'], {}],
  ['a segment can be held', ['paths', '/x{y}'], {}],
  ['model names are alphanumeric', ['components', 'schemas', 'Page_User'], { type: 'object' }],
  ['a model says something', ['components', 'schemas', 'Empty'], {}],
  ['no unsupported keyword, nullable', [...USER, 'properties', 'name', 'nullable'], true],
  ['no unsupported keyword, example', [...USER, 'additionalProperties'], { example: 1 }],
  ['no $ref in anyOf', [...USER, 'anyOf'], [{ $ref: '#/components/schemas/User' }]],
  ['allOf has members', [...USER, 'allOf'], []],
  ['one type of draft 4', [...USER, 'type'], ['object', 'null']],
  ['an array has items', [...USER, 'properties', 'list'], { type: 'array' }],
  ['required is a list of distinct names', [...USER, 'required'], ['name', 'name']],
  ['required is not empty', [...USER, 'required'], []],
];

describe('the check of the emission rules', () => {
  it('finds nothing in a document that keeps them', () => {
    expect(checkEmissionRules(DOCUMENT)).toEqual([]);
  });

  it.each(FAULTS)('finds: %s (%j)', (rule, path, value) => {
    const found = checkEmissionRules(replace(DOCUMENT, path, value) as Json);
    expect(found.map((violation) => violation.slice(0, rule.length))).toContain(rule);
  });

  it("lets the application's own OPTIONS handler be guarded", () => {
    const guarded = replace(
      DOCUMENT,
      ['paths', '/users/{id}', 'options', 'security'],
      [{ bearer: [] }],
    ) as Json;
    expect(checkEmissionRules(guarded, { ownOptions: new Set(['/users/{id}']) })).toEqual([]);
  });
});

function replace(target: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy = (Array.isArray(target) ? [...target] : { ...(target as object) }) as Record<string, unknown>;
  const item = replace(copy[key], rest, value);
  if (item === undefined) delete copy[key];
  else copy[key] = item;
  return copy;
}
