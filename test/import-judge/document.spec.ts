import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { judgeImport } from '../support/import-judge/judge-import.js';
import { renderTemplateFile } from '../support/plausible-value.js';
import {
  PREFLIGHT,
  RATES,
  testJudge,
  testSilence,
  USER,
  USER_GET,
  type JudgedFault,
} from '../support/test-judge.js';
import { VALID_IMPORT } from '../support/valid-import.js';

const AT = 'x-amazon-apigateway-';
const REFUSED = [{ outcome: 'rejected', what: 'Invalid OpenAPI input.', place: 'document' }];
const file = new URL('../../sample/openapi/api_private.json', import.meta.url);
const sample = renderTemplateFile(readFileSync(file, 'utf8'));

describe('the import judge', () => {
  it('is silent on a document that is taken as it is', () => {
    expect(judgeImport(VALID_IMPORT)).toEqual([]);
    expect(judgeImport(JSON.stringify(VALID_IMPORT))).toEqual([]);
  });

  it('is silent on what the sample deploys', () => {
    expect(judgeImport(sample)).toEqual([]);
  });

  it.each([
    ['nothing', '{}'],
    ['no JSON', 'openapi: 3.0.1'],
    ['a text in a text', JSON.stringify(sample)],
    ['a list', []],
    ['a document of no version', { paths: {} }],
  ])('refuses %s', (_, body) => {
    expect(judgeImport(body)).toEqual(REFUSED);
  });
});

const paths = (...given: readonly string[]): object =>
  Object.fromEntries(
    given.map((path) => [
      path,
      {
        get: {
          ...VALID_IMPORT.paths['/orders'].post,
          requestBody: undefined,
          parameters: [...new Set(path.match(/(?<=\{)[^}+]+/g))].map((name) => ({
            name,
            in: 'path',
            required: true,
            schema: { type: 'string' },
          })),
        },
      },
    ]),
  );
const many = (count: number): object => paths(...Array.from({ length: count }, (_, index) => `/a/p${index}`));
const SIBLING = 'of this resource already has a variable path part -- only one is allowed';

testJudge('the root', [
  ['rejected', 'Invalid OpenAPI input.', ['openapi'], '3.1.0'],
  ['broken', 'only 3.0.0 to 3.0.2 are recorded', ['openapi'], '3.0.3'],
  ['broken', 'Description cannot be an empty string', ['info', 'description'], ''],
  ['broken', 'whether an empty list undoes the security of the root', ['security'], [{ token: [] }]],
  ['warned', 'More than one server provided.', ['servers'], [{ url: '/' }, { url: '/v1' }]],
  ['dropped', 'webhooks', ['webhooks'], {}],
  ['dropped', 'components.responses', ['components', 'responses'], {}],
  ['rejected', 'the source of API keys', [`${AT}api-key-source`], 'QUERY'],
  ['rejected', 'a list of media types', [`${AT}binary-media-types`], '*/*'],
  ['rejected', 'must be between 0 and 10485760', [`${AT}minimum-compression-size`], 10_485_761],
  ['rejected', 'must be between 0 and 10485760', [`${AT}minimum-compression-size`], -1],
  ['rejected', 'must be between 0 and 10485760', [`${AT}minimum-compression-size`], '1'],
  ['rejected', 'BASIC or STRICT', [`${AT}endpoint-access-mode`], 'LOOSE'],
  ['rejected', 'a known security policy', [`${AT}security-policy`], 'TLS_1_1'],
  ['rejected', 'needs an endpoint access mode', [`${AT}security-policy`], 'SecurityPolicy_TLS13_1_3_2025_09'],
  ['rejected', 'the validator all has', [`${AT}request-validators`, 'all', 'validateRequestBody'], 'yes'],
  ['rejected', 'Invalid Request Validator identifier specified: some', [`${AT}request-validator`], 'some'],
]);

const POLICY = [`${AT}policy`];
const STATEMENT = VALID_IMPORT[`${AT}policy`].Statement[0]!;
const stated = (fields: object): object => ({ Statement: [{ ...STATEMENT, ...fields }] });
const DOCUMENT = 'Invalid policy document.';

testJudge('policies', [
  ['rejected', 'a policy is an object', POLICY, '{}'],
  ['rejected', 'a policy has 8192 characters', POLICY, { ...stated({}), Id: 'x'.repeat(8192) }],
  ['rejected', `${DOCUMENT} Please check the policy syntax`, POLICY, { Version: '2012-10-17' }],
  ['rejected', 'Statement', POLICY, { Statement: [] }],
  ['rejected', 'Version', POLICY, { ...stated({}), Version: '2020-01-01' }],
  ['rejected', 'statement', POLICY, { ...stated({}), statement: [] }],
  ['rejected', 'Effect', POLICY, stated({ Effect: undefined })],
  ['rejected', 'Effect', POLICY, stated({ Effect: 'allow' })],
  ['rejected', 'Principal', POLICY, stated({ Principal: undefined })],
  ['rejected', 'Principal', POLICY, stated({ Principal: {} })],
  ['rejected', 'Principal', POLICY, stated({ Principal: 'arn:aws:iam::111122223333:root' })],
  ['rejected', 'Action', POLICY, stated({ Action: undefined })],
  ['rejected', 'Resource', POLICY, stated({ NotResource: 'execute-api:/*' })],
  ['rejected', 'Conditions', POLICY, stated({ Conditions: {} })],
]);

testJudge('extensions', [
  ['dropped', 'no extension of a REST API', [`${AT}cors`], {}],
  ['dropped', 'no extension of a REST API', [...USER_GET, `${AT}request-model`], {}],
  ['dropped', 'no extension of a REST API', ['components', `${AT}integrations`], {}],
  ['dropped', 'has no place here', ['info', `${AT}policy`], {}],
  ['dropped', 'has no place here', [`${AT}integration`], {}],
  ['dropped', 'has no place here', [...USER_GET, `${AT}policy`], {}],
  ['dropped', 'has no place here', [...USER_GET, 'responses', '200', `${AT}integration`], {}],
  ['dropped', 'has no place here', ['paths', '/orders', `${AT}auth`], { type: 'NONE' }],
  ['dropped', 'no field of a REST endpoint', [`${AT}endpoint-configuration`], { types: ['REGIONAL'] }],
  ['dropped', 'no field of a REST endpoint', [`${AT}endpoint-configuration`], { ipAddressType: 'ipv4' }],
  ['rejected', 'is a boolean', [`${AT}endpoint-configuration`], { disableExecuteApiEndpoint: 'yes' }],
  ['rejected', 'is a list of ids', [`${AT}endpoint-configuration`], { vpcEndpointIds: 'vpce-1' }],
  ['rejected', 'is NONE or AWS_IAM', [...USER_GET, `${AT}auth`], { type: 'JWT' }],
  ['dropped', 'isDefaultRoute', [...RATES, 'isDefaultRoute'], true],
  [
    'rejected',
    'nothing to document',
    [`${AT}documentation`, 'documentationParts'],
    [{ location: { type: 'X' } }],
  ],
]);

testJudge('paths', [
  ['rejected', `A sibling ({id}) ${SIBLING}`, ['paths'], paths('/a/{id}', '/a/{name}/x')],
  ['rejected', `A sibling ({id}) ${SIBLING}`, ['paths'], paths('/a/{id}', '/a/{proxy+}')],
  ['rejected', 'Cannot create a child of a resource with a greedy', ['paths'], paths('/a/{proxy+}/x')],
  ['rejected', "Resource's path part only allow", ['paths'], paths('/a{b}')],
  ['rejected', "Resource's path part only allow", ['paths'], paths('/{a}.{b}')],
  ['rejected', "Resource's path part only allow", ['paths'], paths('/ü')],
  ['rejected', "Resource's path part only allow", ['paths'], paths('/a//b')],
  ['rejected', "Resource's path part only allow", ['paths'], paths('/a%20b')],
  ['rejected', 'Invalid OpenAPI input.', ['paths'], paths('a')],
  ['dropped', 'the slash at the end', ['paths'], paths('/a/')],
  [
    'rejected',
    'Another resource with the same parent already has this name: a',
    ['paths'],
    paths('/a', '/a/'),
  ],
  ['broken', 'two variables of one name', ['paths'], paths('/{a}/{a}')],
  [
    'rejected',
    'Invalid HttpMethod specified. Valid options are GET,PUT,POST,',
    ['paths', '/orders', 'trace'],
    {},
  ],
  ['dropped', 'a path item holds methods alone', ['paths', '/orders', 'parameters'], []],
  ['dropped', 'a path item holds methods alone', ['paths', '/orders', 'search'], {}],
  ['rejected', '302 resources, of 300', ['paths'], many(300)],
]);
testJudge('paths of a custom domain', [['broken', 'kept for custom domains', ['paths'], paths('/ping')]], {
  customDomain: true,
});

const models = Object.fromEntries(
  Array.from({ length: 5 }, (_, index) => [`M${index}`, { type: 'object', description: 'x'.repeat(90_000) }]),
);
const described = paths(...Array.from({ length: 3 }, (_, index) => `/p${index}`));
const parts = Array.from({ length: 2000 }, (_, index) => [String(index), { description: 'x' }]);

testJudge('limits', [
  ['rejected', 'bytes of definition', ['info', 'description'], 'x'.repeat(6 * 1024 * 1024)],
  ['rejected', 'bytes of models', ['components', 'schemas'], models],
  ['rejected', 'documentation parts', ['paths'], { ...described, x: Object.fromEntries(parts) }],
  [
    'rejected',
    '11 authorizers, of 10',
    ['components', 'securitySchemes'],
    Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`a${index}`, VALID_IMPORT.components.securitySchemes.pool]),
    ),
  ],
]);

const RESPONSES = `${AT}gateway-responses`;
testJudge('gateway responses', [
  ['rejected', 'no gateway response: TEAPOT', [RESPONSES, 'TEAPOT'], {}],
  ['dropped', 'the response cannot be customised', [RESPONSES, 'REQUEST_TOO_LARGE'], {}],
  ['dropped', 'no field of a gateway response: headers', [RESPONSES, 'UNAUTHORIZED', 'headers'], {}],
  ...[99, 700, '4XX'].map((status): JudgedFault => [
    'rejected',
    `pattern: [1-5]\\d\\d: ${status}`,
    [RESPONSES, 'UNAUTHORIZED', 'statusCode'],
    status,
  ]),
  [
    'rejected',
    "Invalid mapping expression specified: 'it's'",
    [RESPONSES, 'UNAUTHORIZED', 'responseParameters', 'gatewayresponse.header.A'],
    "'it's'",
  ],
  [
    'broken',
    'messageString stands in quotes of its own',
    [RESPONSES, 'THROTTLED', 'responseTemplates', 'application/json'],
    '{"message":"$context.error.messageString"}',
  ],
  [
    'broken',
    '$context.error.message stands without quotes',
    [RESPONSES, 'THROTTLED', 'responseTemplates', 'application/json'],
    '{"message":$context.error.message}',
  ],
  [
    'rejected',
    'Invalid mapping expression specified: method.response.header.A',
    [RESPONSES, 'UNAUTHORIZED', 'responseParameters', 'method.response.header.A'],
    "'x'",
  ],
  [
    'rejected',
    'Invalid mapping expression specified: x',
    [RESPONSES, 'UNAUTHORIZED', 'responseParameters', 'gatewayresponse.header.A'],
    'x',
  ],
  [
    'rejected',
    'Invalid null or empty value in responseParameters',
    [RESPONSES, 'UNAUTHORIZED', 'responseParameters', 'gatewayresponse.header.A'],
    null,
  ],
  ['rejected', 'Request Validator name cannot be blank', [`${AT}request-validators`], { ' ': {} }],
  [
    'rejected',
    'no text: application/json',
    [RESPONSES, 'THROTTLED', 'responseTemplates', 'application/json'],
    {},
  ],
  [
    'rejected',
    'Invalid null or empty value in responseTemplates',
    [RESPONSES, 'THROTTLED', 'responseTemplates', 'application/json'],
    null,
  ],
  [
    'broken',
    'is substituted, and no VTL',
    [RESPONSES, 'THROTTLED', 'responseTemplates', 'application/json'],
    '#set($a = 1)',
  ],
  [
    'broken',
    'no name of the context: error.text',
    [RESPONSES, 'THROTTLED', 'responseTemplates', 'application/json'],
    '$context.error.text',
  ],
  ['broken', 'browsers cannot read an answer', [RESPONSES, 'DEFAULT_5XX'], {}],
  ['broken', 'browsers cannot read an answer', [RESPONSES, 'THROTTLED'], { statusCode: '429' }],
]);

testSilence('documents', [
  ['version 3.0.0', ['openapi'], '3.0.0'],
  ['version 3.0.2', ['openapi'], '3.0.2'],
  ['no server', ['servers'], undefined],
  // test_request_validator_lifecycle, 2025-07-02: both are then false.
  ['a validator without its two booleans', [`${AT}request-validators`, 'own'], {}],
  ['a raised quota', ['paths'], many(300), { limits: { resources: 302 } }],
  ['a path that only a custom domain would keep', ['paths'], paths('/ping')],
  ['literals beside a variable', ['paths'], paths('/a/{b}', '/a/b', '/a/{b}/c', '/x.y:z,-_/{rest+}')],
  ['an extension of the application', ['x-own'], { 'x-amazon-apigateway-policy': 1 }],
  ['gateway responses without CORS, where no path has any', PREFLIGHT, undefined],
  ['a property that is named like an extension', [...USER, 'properties', `${AT}policy`], { type: 'string' }],
]);
