import { describe, expect, it } from '@jest/globals';
import { httpEvent } from '../../../../lib/testing/gateway/functions/http-event.js';
import { gatewayCall, type CallOptions } from '../../../support/gateway-call.js';

const eventOf = (options: CallOptions): Record<string, unknown> =>
  httpEvent(gatewayCall({ route: 'GET /users/{name}', ...options })) as Record<string, unknown>;

const schemes = {
  jwt: { type: 'oauth2', 'x-amazon-apigateway-authorizer': { type: 'jwt', jwtConfiguration: {} } },
  fn: { type: 'apiKey', 'x-amazon-apigateway-authorizer': { type: 'request', authorizerUri: '${fn}' } },
  iam: { type: 'apiKey', 'x-amazon-apigateway-authtype': 'awsSigv4' },
};

describe('the event of an HTTP API', () => {
  it('leaves out what is not there', () => {
    const event = eventOf({ sample: { path: { name: 'a' } } });
    expect(Object.keys(event).toSorted()).toEqual(
      'headers isBase64Encoded pathParameters rawPath rawQueryString requestContext routeKey version'.split(
        ' ',
      ),
    );
    expect(event).toMatchObject({ version: '2.0', routeKey: 'GET /users/{name}', rawPath: '/test/users/a' });
  });

  it('decodes the path, joins values, and keeps cookies apart', () => {
    const event = eventOf({
      rawPath: '/users/a%20b',
      rawQuery: 'q=1&q=2',
      sample: {
        path: { name: 'a%20b' },
        query: { q: ['1', '2'] },
        headers: { 'X-Own': ['a', 'b'], Cookie: 'c=1; d=2' },
        context: { stage: '$default' },
        stageVariables: { s: 't' },
      },
      body: 'text',
    });
    expect(event).toMatchObject({
      rawPath: '/users/a b',
      rawQueryString: 'q=1&q=2',
      cookies: ['c=1', 'd=2'],
      headers: { 'x-own': 'a,b' },
      queryStringParameters: { q: '1,2' },
      pathParameters: { name: 'a b' },
      stageVariables: { s: 't' },
      body: 'text',
      requestContext: {
        http: {
          method: 'GET',
          path: '/users/a b',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        routeKey: 'GET /users/{name}',
        stage: '$default',
        timeEpoch: 1_704_067_200_000,
      },
    });
    expect(event['headers']).not.toHaveProperty('cookie');
  });

  it('names the default route and a route of every method', () => {
    expect(eventOf({ route: 'GET /$default' })['routeKey']).toBe('$default');
    const call = gatewayCall({ route: 'GET /a' });
    const { get: operation } = call.route.document.paths['/a']!;
    const document = {
      ...call.route.document,
      paths: { '/a': { 'x-amazon-apigateway-any-method': operation } },
    };
    expect(httpEvent({ ...call, route: { ...call.route, document } })).toMatchObject({ routeKey: 'ANY /a' });
  });

  it.each([
    ['jwt', { claims: { sub: 'a' }, scopes: null }, { jwt: { claims: { sub: 'a' }, scopes: null } }],
    ['fn', { tenant: 1 }, { lambda: { tenant: 1 } }],
    [
      'iam',
      undefined,
      { iam: { accessKey: 'AKIA', accountId: null, callerId: null, cognitoIdentity: null, userArn: 'arn' } },
    ],
  ] as const)('has what the authorizer %s let through', (name, authorizer, expected) => {
    const context = { identity: { accessKey: 'AKIA', userArn: 'arn' } };
    const event = eventOf({
      operation: { security: [{ [name]: [] }] },
      document: { components: { securitySchemes: schemes } },
      sample: { context, ...(authorizer ? { authorizer } : {}) },
    });
    expect(event['requestContext']).toMatchObject({ authorizer: expected });
  });
});
