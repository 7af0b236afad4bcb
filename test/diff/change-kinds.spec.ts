import { describe, expect, it } from '@jest/globals';
import { CHANGE_KINDS } from '../../lib/diff/change-kinds.js';
import { compareDocuments } from '../../lib/diff/compare-documents.js';
import type { OpenApiDocument } from '../../lib/openapi/openapi.js';
import { lambda, preflight, REST_API, withMembers } from './document.js';

type Members = Readonly<Record<string, unknown>>;

const POST = 'paths /users post';
const GET = 'paths /users/{name} get';
const NOTES = 'paths /notes get';
const INTEGRATION = 'x-amazon-apigateway-integration';
const BEARER = 'components securitySchemes bearer x-amazon-apigateway-authorizer';
const ENDPOINT = 'x-amazon-apigateway-endpoint-configuration';
const ORIGIN = ['https://app.example.com'];
const OTHER = {
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'custom',
  'x-amazon-apigateway-authorizer': { type: 'request', authorizerUri: 'arn:other' },
};

/** Of each kind a change of the document that is this kind, or what both documents have. */
const CASES: Readonly<
  Partial<Record<keyof typeof CHANGE_KINDS, Members | readonly [base: Members, now: Members]>>
> = {
  'open-route-added': { 'paths /open': { get: { security: [], [INTEGRATION]: lambda('a') } } },
  'route-added': { 'paths /more': { get: { security: [{ bearer: [] }], [INTEGRATION]: lambda('a') } } },
  'route-removed': { [POST]: undefined },
  'route-answered-by-other': {
    [GET]: undefined,
    'paths /users/{name} x-amazon-apigateway-any-method': REST_API.paths['/users/{name}']!['get'],
  },
  'path-variable-renamed': {
    'paths /users/{name}': undefined,
    'paths /users/{id}': JSON.parse(
      JSON.stringify(REST_API.paths['/users/{name}'])
        .replaceAll('{name}', '{id}')
        .replaceAll('path.name', 'path.id')
        .replaceAll('"name":"name"', '"name":"id"'),
    ),
  },

  'authorizer-removed': { [`${GET} security`]: [] },
  'authorizer-replaced': {
    'components securitySchemes other': OTHER,
    [`${GET} security`]: [{ other: [] }],
  },
  'authorizer-added': { 'components securitySchemes other': OTHER, [`${NOTES} security`]: [{ bearer: [] }] },
  'authorizer-loosened': { [`${BEARER} identitySource`]: 'method.request.header.Authorization' },
  'authorizer-tightened': {
    [`${BEARER} identitySource`]:
      'method.request.header.Authorization, method.request.header.x-shop, method.request.header.x-more',
  },
  'authorizer-changed': { [`${BEARER} type`]: 'token' },
  'authorizer-call-changed': { [`${BEARER} authorizerCredentials`]: 'arn:role' },
  'authorizer-cached-shorter': { [`${BEARER} authorizerResultTtlInSeconds`]: 5 },
  'authorizer-renamed': {
    'components securitySchemes': {
      api_key: (REST_API.components as { securitySchemes: Record<string, unknown> }).securitySchemes[
        'api_key'
      ],
      token: (REST_API.components as { securitySchemes: Record<string, unknown> }).securitySchemes['bearer'],
    },
    [`${GET} security`]: [{ token: [] }],
    [`${POST} security`]: [{ token: ['write', 'admin'] }, { api_key: [] }],
  },
  'authorizer-unused': { 'components securitySchemes other': OTHER },
  'scopes-widened': { [`${POST} security`]: [{ bearer: ['write', 'admin', 'read'] }, { api_key: [] }] },
  'scopes-narrowed': { [`${POST} security`]: [{ bearer: ['write'] }, { api_key: [] }] },
  'api-key-removed': { [`${POST} security`]: [{ bearer: ['write', 'admin'] }] },
  'api-key-added': { [`${GET} security`]: [{ bearer: [] }, { api_key: [] }] },

  'integration-removed': { [`${GET} ${INTEGRATION}`]: undefined },
  'integration-added': [{ [`${GET} ${INTEGRATION}`]: undefined }, {}],
  'integration-type-changed': { [`${GET} ${INTEGRATION} type`]: 'http' },
  'integration-target-changed': { [`${GET} ${INTEGRATION} uri`]: 'https://other.example.com' },
  'integration-connection-changed': { [`${GET} ${INTEGRATION} connectionId`]: 'abc' },
  'integration-role-changed': { [`${NOTES} ${INTEGRATION} credentials`]: 'arn:other' },
  'integration-changed': { [`${NOTES} ${INTEGRATION} unheard`]: true },
  'certificate-not-verified': { [`${GET} ${INTEGRATION} tlsConfig`]: { insecureSkipVerification: true } },
  'certificate-verified': [{ [`${GET} ${INTEGRATION} tlsConfig`]: { insecureSkipVerification: true } }, {}],
  'timeout-lowered': { [`${POST} ${INTEGRATION} timeoutInMillis`]: 50 },
  'timeout-raised': { [`${POST} ${INTEGRATION} timeoutInMillis`]: 29_000 },
  'event-format-changed': { [`${POST} ${INTEGRATION} payloadFormatVersion`]: '2.0' },
  'request-mapping-changed': { [`${NOTES} ${INTEGRATION} requestTemplates`]: { 'application/json': '{}' } },
  'response-mapping-changed': {
    [`${NOTES} ${INTEGRATION} responses default responseTemplates`]: { 'application/json': '{}' },
  },
  'streaming-on': { [`${GET} ${INTEGRATION} responseTransferMode`]: 'STREAM' },
  'streaming-off': [{ [`${GET} ${INTEGRATION} responseTransferMode`]: 'STREAM' }, {}],
  'cache-keys-changed': { [`${GET} ${INTEGRATION} cacheKeyParameters`]: ['method.request.path.name'] },

  'cors-origin-allowed': { 'paths /users options': preflight(['*'], 'OPTIONS,POST') },
  'cors-credentials-allowed': { 'paths /users options': preflight(ORIGIN, 'OPTIONS,POST', true) },
  'cors-removed': { 'paths /users options': undefined },
  'cors-narrowed': { 'paths /users options': preflight(['https://other.example.com'], 'OPTIONS,POST') },
  'cors-changed': { 'paths /users options': preflight(ORIGIN, 'OPTIONS,POST,PUT') },

  'validator-removed': { [`${POST} x-amazon-apigateway-request-validator`]: undefined },
  'validator-added': { [`${POST} x-amazon-apigateway-request-validator`]: 'all' },
  'model-changed': { 'components schemas User properties name maxLength': 10 },
  'model-renamed': {
    'components schemas User': undefined,
    'components schemas Person': {
      type: 'object',
      properties: {
        name: { type: 'string', maxLength: 20 },
        friend: { $ref: '#/components/schemas/Person' },
      },
      required: ['name'],
    },
    [`${POST} requestBody content application/json schema`]: { $ref: '#/components/schemas/Person' },
  },
  'parameter-changed': { [`${POST} parameters 0 required`]: false },
  'response-changed': { [`${NOTES} responses 404`]: { description: '' } },

  'policy-widened': { 'x-amazon-apigateway-policy': undefined },
  'policy-narrowed': {
    'x-amazon-apigateway-policy Statement 2': {
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/more',
    },
  },
  'tls-lowered': { 'x-amazon-apigateway-security-policy': 'TLS_1_0' },
  'tls-raised': { 'x-amazon-apigateway-security-policy': 'SecurityPolicy_TLS13_2025_EDGE' },
  'endpoint-opened': { [`servers 0 ${ENDPOINT} disableExecuteApiEndpoint`]: false },
  'endpoint-changed': { [`servers 0 ${ENDPOINT} types`]: ['EDGE'] },
  'api-key-source-changed': { 'x-amazon-apigateway-api-key-source': 'AUTHORIZER' },
  'binary-types-changed': { 'x-amazon-apigateway-binary-media-types': [] },
  'gateway-response-changed': { 'x-amazon-apigateway-gateway-responses QUOTA_EXCEEDED': { statusCode: 429 } },
  'setting-changed': { 'x-amazon-apigateway-minimum-compression-size': 5 },

  'placeholder-renamed': { [`${GET} ${INTEGRATION} uri`]: 'https://${new_host}/users/{name}' },
  'placeholder-added': { [`${GET} ${INTEGRATION} uri`]: 'https://${host}/${base}/users/{name}' },
  'placeholder-removed': { [`${GET} ${INTEGRATION} uri`]: 'https://example.com/users/{name}' },

  'documentation-changed': { 'info description': 'Another shop' },
  'unknown-change': { [`${GET} x-unheard`]: 1 },
};

/** Kinds that other specs cover: the contract of callers, consumers of Kong, sizes. */
const ELSEWHERE = [
  'contract-broken',
  'contract-changed',
  'contract-documented',
  'consumer-added',
  'consumer-widened',
  'consumer-narrowed',
  'consumer-removed',
  'document-grown',
];

function listKinds(base: OpenApiDocument, now: OpenApiDocument): readonly string[] {
  return compareDocuments(base, now, 'rest-api').map(({ risk, kind }) => `${risk} ${kind}`);
}

describe('each kind of change', () => {
  it('has a case', () => {
    expect([...Object.keys(CASES), ...ELSEWHERE].toSorted()).toEqual(Object.keys(CHANGE_KINDS).toSorted());
  });

  it.each(Object.entries(CASES))('%s is found, with its risk', (kind, members) => {
    const [base, now] = (Array.isArray(members) ? members : [{}, members]) as [Members, Members];
    const found = listKinds(withMembers(REST_API, base), withMembers(REST_API, now));
    expect(found).toContain(`${CHANGE_KINDS[kind as keyof typeof CHANGE_KINDS][0]} ${kind}`);
  });
});
