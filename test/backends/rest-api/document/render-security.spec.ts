import { describe, expect, it } from '@jest/globals';
import {
  renderSecurity,
  renderSecuritySchemes,
} from '../../../../lib/backends/rest-api/document/render-security.js';
import type { Authorizer, LambdaAuthorizerModel } from '../../../../lib/model/authorizers/authorizer.js';
import type { GatewayModel } from '../../../../lib/model/gateway-model.js';
import type { Route } from '../../../../lib/model/routes/route.js';
import { writeTree } from '../../../../lib/values/deploy-tree.js';
import { parseDeployValue } from '../../../../lib/values/deploy-value.js';
import { makeModel, makeRoute } from '../../../support/make-model.js';

const lambda: LambdaAuthorizerModel = {
  kind: 'lambda',
  name: parseDeployValue('bearer'),
  publicScheme: { type: 'http', scheme: 'bearer' },
  type: 'request',
  function: { functionArn: parseDeployValue('${auth_arn}') },
  identitySources: [{ from: 'header', name: 'Authorization' }],
};
const URI =
  'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${auth_arn}/invocations';

const modelOf = (authorizer: Authorizer, route: Partial<Route> = {}): GatewayModel =>
  makeModel({
    authorizers: [authorizer],
    routes: [makeRoute({ authorizer: { index: 0, scopes: [] }, ...route })],
  });
const schemesOf = (model: GatewayModel): unknown => writeTree(renderSecuritySchemes(model));
const securityOf = (model: GatewayModel): unknown => writeTree(renderSecurity(model.routes[0]!, model));

describe('renderSecuritySchemes', () => {
  it('are none without authorizers and keys', () => {
    expect(renderSecuritySchemes(makeModel({ routes: [makeRoute()] }))).toBeUndefined();
  });

  it('of a request authorizer name the one header or query parameter', () => {
    expect(schemesOf(modelOf(lambda))).toEqual({
      bearer: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': {
          type: 'request',
          authorizerUri: URI,
          identitySource: 'method.request.header.Authorization',
        },
      },
    });
    expect(
      schemesOf(modelOf({ ...lambda, identitySources: [{ from: 'query', name: 'sig' }] })),
    ).toMatchObject({
      bearer: { name: 'sig', in: 'query' },
    });
  });

  it('of a request authorizer with other sources are unused', () => {
    const identitySources = [
      { from: 'header', name: 'X-Tenant' },
      { from: 'query', name: 'v' },
      { from: 'context', name: 'identity.sourceIp' },
      { from: 'stage', name: 'tenant' },
    ] as const;
    expect(schemesOf(modelOf({ ...lambda, identitySources }))).toMatchObject({
      bearer: {
        name: 'Unused',
        in: 'header',
        'x-amazon-apigateway-authorizer': {
          identitySource:
            'method.request.header.X-Tenant, method.request.querystring.v, context.identity.sourceIp, stageVariables.tenant',
        },
      },
    });
    const none = schemesOf(modelOf({ ...lambda, identitySources: [], resultTtl: 0 }));
    expect(none).toEqual({
      bearer: {
        type: 'apiKey',
        name: 'Unused',
        in: 'header',
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': {
          type: 'request',
          authorizerUri: URI,
          authorizerResultTtlInSeconds: 0,
        },
      },
    });
  });

  it('of a token authorizer have no source of their own', () => {
    const model = modelOf({
      ...lambda,
      type: 'token',
      function: { invokeArn: parseDeployValue('${invoke_arn}') },
      credentials: parseDeployValue('${role_arn}'),
      identityValidationExpression: '^Bearer ${x}$',
      resultTtl: 60,
    });
    expect(schemesOf(model)).toMatchObject({
      bearer: {
        'x-amazon-apigateway-authorizer': {
          type: 'token',
          authorizerUri: '${invoke_arn}',
          authorizerCredentials: '${role_arn}',
          identityValidationExpression: '^Bearer ${x}$',
          authorizerResultTtlInSeconds: 60,
        },
      },
    });
    expect(JSON.stringify(schemesOf(model))).not.toContain('identitySource"');
  });

  it('of Cognito name the pools, and may be named by a placeholder', () => {
    const pool: Authorizer = {
      kind: 'cognito',
      name: parseDeployValue('${pool_name}'),
      publicScheme: {},
      userPoolArns: [parseDeployValue('${pool_arn}')],
      header: 'X-Session',
    };
    expect(schemesOf(modelOf(pool))).toEqual({
      '${pool_name}': {
        type: 'apiKey',
        name: 'X-Session',
        in: 'header',
        'x-amazon-apigateway-authtype': 'cognito_user_pools',
        'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: ['${pool_arn}'] },
      },
    });
  });

  it('of IAM have no authorizer', () => {
    expect(schemesOf(modelOf({ kind: 'iam', name: parseDeployValue('iam'), publicScheme: {} }))).toEqual({
      iam: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'awsSigv4',
      },
    });
  });

  it('of authorizers that guard no served route stay out', () => {
    const { authorizer: _, ...open } = makeRoute();
    expect(renderSecuritySchemes(makeModel({ authorizers: [lambda], routes: [open] }))).toBeUndefined();
  });

  it('of an API key has another name when an authorizer took it', () => {
    const key = { type: 'apiKey', name: 'x-api-key', in: 'header' };
    expect(schemesOf(makeModel({ routes: [makeRoute({ apiKey: true })] }))).toEqual({ api_key: key });
    const taken = modelOf({ ...lambda, name: parseDeployValue('api_key') }, { apiKey: true });
    expect(schemesOf(taken)).toMatchObject({ api_key: { name: 'Authorization' }, gateway_api_key: key });
    expect(securityOf(taken)).toEqual([{ api_key: [] }, { gateway_api_key: [] }]);
  });
});

describe('renderSecurity', () => {
  it('is empty for an open route', () => {
    expect(securityOf(makeModel({ routes: [makeRoute()] }))).toEqual([]);
  });

  it('has an entry for the authorizer, with its scopes, and one for the key', () => {
    const pool: Authorizer = {
      kind: 'cognito',
      name: parseDeployValue('pool'),
      publicScheme: {},
      userPoolArns: [],
      header: 'Authorization',
    };
    const model = modelOf(pool, { authorizer: { index: 0, scopes: ['a/read', 'b'] }, apiKey: true });
    expect(securityOf(model)).toEqual([{ pool: ['a/read', 'b'] }, { api_key: [] }]);
    expect(securityOf(makeModel({ routes: [makeRoute({ apiKey: true })] }))).toEqual([{ api_key: [] }]);
  });
});
