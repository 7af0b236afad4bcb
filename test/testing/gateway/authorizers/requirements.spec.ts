import { describe, expect, it } from '@jest/globals';
import { listRequirements } from '../../../../lib/testing/gateway/authorizers/requirements.js';
import { gatewayCall } from '../../../support/gateway-call.js';

const AUTHORIZER = 'x-amazon-apigateway-authorizer';
const schemes = {
  token: {
    type: 'apiKey',
    name: 'X-Token',
    [AUTHORIZER]: {
      type: 'token',
      authorizerUri: 'u',
      identityValidationExpression: 'a+',
      authorizerResultTtlInSeconds: 0,
    },
  },
  request: {
    type: 'apiKey',
    name: 'Unused',
    [AUTHORIZER]: {
      type: 'request',
      authorizerUri: 'u',
      identitySource: 'method.request.header.A, method.request.querystring.b',
    },
  },
  http: {
    type: 'apiKey',
    [AUTHORIZER]: {
      type: 'request',
      authorizerUri: 'u',
      identitySource: ['$request.header.A'],
      authorizerPayloadFormatVersion: '2.0',
      enableSimpleResponses: true,
    },
  },
  pool: {
    type: 'apiKey',
    name: 'Authorization',
    [AUTHORIZER]: { type: 'cognito_user_pools', providerARNs: ['p'] },
  },
  jwt: {
    type: 'oauth2',
    [AUTHORIZER]: {
      type: 'jwt',
      jwtConfiguration: { issuer: 'https://i', audience: ['a'] },
      identitySource: '$request.querystring.t',
    },
  },
  oidc: {
    type: 'openIdConnect',
    openIdConnectUrl: 'https://i/.well-known/openid-configuration',
    [AUTHORIZER]: { type: 'jwt', jwtConfiguration: { audience: ['a'] } },
  },
  iam: { type: 'apiKey', 'x-amazon-apigateway-authtype': 'awsSigv4' },
  key: { type: 'apiKey', name: 'x-api-key' },
};

const read = (operation: object, document: object = {}): ReturnType<typeof listRequirements> =>
  listRequirements(
    gatewayCall({
      operation: { ...operation },
      document: { components: { securitySchemes: schemes }, ...document },
    }).route,
  );

describe('what guards a route', () => {
  it.each([
    [
      'token',
      {
        kind: 'token',
        uri: 'u',
        sources: ['method.request.header.X-Token'],
        ttl: 0,
        validation: 'a+',
        simpleResponses: false,
      },
    ],
    [
      'request',
      {
        kind: 'request',
        uri: 'u',
        sources: ['method.request.header.A', 'method.request.querystring.b'],
        ttl: 300,
        simpleResponses: false,
      },
    ],
    [
      'http',
      {
        kind: 'request',
        uri: 'u',
        sources: ['$request.header.A'],
        ttl: 300,
        payloadFormat: '2.0',
        simpleResponses: true,
      },
    ],
    [
      'pool',
      { kind: 'cognito', source: 'method.request.header.Authorization', poolArns: ['p'], scopes: ['s'] },
    ],
    [
      'jwt',
      { kind: 'jwt', source: '$request.querystring.t', issuer: 'https://i', audience: ['a'], scopes: ['s'] },
    ],
    [
      'oidc',
      {
        kind: 'jwt',
        source: '$request.header.Authorization',
        issuer: 'https://i',
        audience: ['a'],
        scopes: ['s'],
      },
    ],
    ['iam', { kind: 'iam' }],
  ])('is the scheme %s', (name, guard) => {
    expect(read({ security: [{ [name]: ['s'] }] })).toEqual({
      guard: { ...guard, name },
      needsApiKey: false,
    });
  });

  it('is an API key, alone or beside an authorizer, in one entry or in two', () => {
    expect(read({ security: [{ key: [] }] })).toEqual({ needsApiKey: true });
    for (const security of [[{ iam: [], key: [] }], [{ key: [] }, { iam: [] }]])
      expect(read({ security })).toEqual({ guard: { kind: 'iam', name: 'iam' }, needsApiKey: true });
  });

  it('is nothing, or what the whole document has (import_with_global_api_key_authorizer, 2025-07-02)', () => {
    expect(read({})).toEqual({ needsApiKey: false });
    expect(read({ security: [] }, { security: [{ key: [] }] })).toEqual({ needsApiKey: false });
    expect(read({}, { security: [{ key: [] }] })).toEqual({ needsApiKey: true });
    expect(read({ 'x-amazon-apigateway-auth': { type: 'AWS_IAM' } })).toMatchObject({
      guard: { kind: 'iam' },
    });
  });
});
