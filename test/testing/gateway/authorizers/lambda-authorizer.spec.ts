import { describe, expect, it } from '@jest/globals';
import { createAuthorizer } from '../../../../lib/testing/gateway/authorizers/create-authorizer.js';
import type { LocalFunction } from '../../../../lib/testing/gateway/functions/local-function.js';
import type { Authorization } from '../../../../lib/testing/gateway/local-gateway-ports.js';
import { gatewayCall, type CallOptions, type TestedCall } from '../../../support/gateway-call.js';

type Event = Readonly<Record<string, unknown>>;

const API = 'arn:aws:execute-api:us-east-1:123456789012:test-api/test';

function authorizer(settings: object = {}): object {
  return {
    components: {
      securitySchemes: {
        bearer: {
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          'x-amazon-apigateway-authorizer': {
            type: 'request',
            authorizerUri:
              'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${auth}/invocations',
            identitySource: 'method.request.header.Authorization',
            ...settings,
          },
        },
      },
    },
  };
}

const allowing = (resource: unknown): object => ({
  principalId: 'ann',
  policyDocument: { Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: resource }] },
});

interface Tested {
  readonly events: Event[];
  call(options?: CallOptions): TestedCall;
  ask(call?: TestedCall): Promise<Authorization>;
}

/** An API with one authorizer, the function behind it, and a clock. */
function api(answer: unknown, settings: object = {}, now = (): number => 0): Tested {
  const events: Event[] = [];
  const auth = ((event: Event): unknown => {
    events.push(event);
    return typeof answer === 'function' ? (answer as (event: Event) => unknown)(event) : answer;
  }) as LocalFunction;
  const authorize = createAuthorizer({ functions: { auth } }, now);
  const call = (options: CallOptions = {}): TestedCall =>
    gatewayCall({
      route: 'GET /users',
      sample: { headers: { Authorization: 'Bearer t' } },
      operation: { security: [{ bearer: [] }] },
      document: authorizer(settings) as Readonly<Record<string, unknown>>,
      ...options,
    });
  return { events, call, ask: async (given = call()) => await authorize(given) };
}

describe('a Lambda authorizer', () => {
  it('lets through what its policy allows, with its context as texts', async () => {
    const { ask, events } = api({
      ...allowing('*'),
      context: { tenant: 'x', level: 3, admin: true, none: null },
    });
    expect(await ask()).toEqual({
      authorizer: { principalId: 'ann', tenant: 'x', level: '3', admin: 'true' },
    });
    expect(events).toMatchObject([
      {
        type: 'REQUEST',
        methodArn: `${API}/GET/users`,
        resource: '/users',
        path: '/users',
        httpMethod: 'GET',
        headers: { Authorization: 'Bearer t' },
        multiValueHeaders: { Authorization: ['Bearer t'] },
        queryStringParameters: {},
        pathParameters: {},
        stageVariables: {},
        requestContext: { apiId: 'test-api' },
      },
    ]);
    expect(events[0]).not.toHaveProperty('body');
  });

  it('of type token gets the token and the ARN alone', async () => {
    const { ask, events } = api(allowing('*'), { type: 'token' });
    await ask();
    expect(events).toEqual([
      { type: 'TOKEN', methodArn: `${API}/GET/users`, authorizationToken: 'Bearer t' },
    ]);
  });

  it.each([
    ['nothing', {}],
    ['an empty header', { headers: { Authorization: '' } }],
    ['another header', { headers: { Other: 'a' } }],
  ])('is not asked for a caller with %s: 401', async (_, sample) => {
    const { ask, call, events } = api(allowing('*'));
    const given = call({ sample });
    await expect(ask(given)).rejects.toMatchObject({ type: 'UNAUTHORIZED' });
    expect(events).toEqual([]);
    expect(given.steps).toMatchObject([
      {
        step: 'authorizer bearer',
        outcome: expect.stringContaining('401 without a call of the function') as unknown,
      },
    ]);
  });

  it('is not asked for a token that does not match as a whole', async () => {
    const { ask, call, events } = api(allowing('*'), {
      type: 'token',
      identityValidationExpression: 'Bearer [a-z]',
    });
    await ask();
    await expect(ask(call({ sample: { headers: { Authorization: 'Bearer tt' } } }))).rejects.toMatchObject({
      type: 'UNAUTHORIZED',
    });
    expect(events).toHaveLength(1);
  });

  it.each([
    [
      'denies',
      { Effect: 'Deny', Action: '*', Resource: '*' },
      'User is not authorized to access this resource with an explicit deny',
    ],
    [
      'does not allow',
      { Effect: 'Allow', Action: '*', Resource: 'x' },
      'User is not authorized to access this resource',
    ],
  ])('whose policy %s is 403', async (_, statement, message) => {
    const { ask } = api({ principalId: 'a', policyDocument: { Statement: [statement] } });
    await expect(ask()).rejects.toMatchObject({ type: 'ACCESS_DENIED', message });
  });

  it.each([
    ['throws Unauthorized', new Error('Unauthorized'), 'UNAUTHORIZED'],
    ['throws anything else', new Error('Unauthorized: expired'), 'AUTHORIZER_FAILURE'],
    ['answers nothing', undefined, 'AUTHORIZER_CONFIGURATION_ERROR'],
    ['answers a status', { statusCode: 401 }, 'AUTHORIZER_CONFIGURATION_ERROR'],
    [
      'answers a nested context',
      { ...allowing('*'), context: { a: { b: 1 } } },
      'AUTHORIZER_CONFIGURATION_ERROR',
    ],
    [
      'answers a wrong effect',
      { policyDocument: { Statement: [{ Effect: 'allow' }] } },
      'AUTHORIZER_CONFIGURATION_ERROR',
    ],
  ])('that %s makes %s', async (_, answer, type) => {
    const { ask, call } = api(() => {
      if (answer instanceof Error) throw answer;
      return answer;
    });
    const given = call();
    await expect(ask(given)).rejects.toMatchObject({ type });
    expect(given.steps).toHaveLength(1);
  });

  it('answers for its time to live, by the values of its sources', async () => {
    let now = 0;
    const { ask, call, events } = api(
      allowing('*'),
      {
        identitySource: 'method.request.header.Authorization,method.request.querystring.v',
        authorizerResultTtlInSeconds: 10,
      },
      () => now,
    );
    const of = (token: string, v: string): TestedCall =>
      call({ sample: { headers: { authorization: token }, query: { v } } });
    await ask(of('a', '1'));
    now = 9_999;
    const second = of('a', '1');
    await ask(second);
    expect(second.steps).toMatchObject([
      { outcome: 'allowed by the cached answer of 10 s ago: it allows *', data: { isCached: true } },
    ]);
    expect(events).toHaveLength(1);
    await ask(of('a', '2'));
    await ask(of('b', '1'));
    expect(events).toHaveLength(3);
    now = 10_000;
    await ask(of('a', '1'));
    expect(events).toHaveLength(4);
  });

  it('answers anew without a time to live, and without a source', async () => {
    for (const settings of [{ authorizerResultTtlInSeconds: 0 }, { identitySource: '' }]) {
      const { ask, events } = api(allowing('*'), settings);
      await ask();
      await ask();
      expect(events).toHaveLength(2);
    }
  });

  it('is trapped by a policy for one route, kept for another, and says so', async () => {
    const { ask, call, events } = api((event: Event) => allowing(event['methodArn']));
    await ask();
    await ask();
    const other = call({ route: 'GET /orders' });
    await expect(ask(other)).rejects.toMatchObject({
      type: 'ACCESS_DENIED',
      message: 'User is not authorized to access this resource',
    });
    expect(events).toHaveLength(1);
    expect(other.steps).toMatchObject([
      {
        outcome:
          `403 by the cached answer of 0 s ago: it allows ${API}/GET/users, which does not cover ${API}/GET/orders. ` +
          'The function answered it for GET /users, and API Gateway keeps it for 300 s for every route with this ' +
          `authorizer: allow a wildcard such as ${API}/*, or set \`resultTtl: 0\``,
        data: { isCached: true, methodArn: `${API}/GET/orders` },
      },
    ]);
  });

  it('must be known here', async () => {
    await expect(createAuthorizer({})(api({}).call())).rejects.toThrow('No local function for `auth`');
  });

  describe('of an HTTP API', () => {
    const settings = {
      authorizerPayloadFormatVersion: '2.0',
      enableSimpleResponses: true,
      identitySource: '$request.header.Authorization',
    };

    it('answers yes or no, and its context keeps its types', async () => {
      const { ask, events } = api({ isAuthorized: true, context: { level: 3, list: [1] } }, settings);
      expect(await ask()).toEqual({ authorizer: { level: 3, list: [1] } });
      expect(events).toMatchObject([
        {
          version: '2.0',
          type: 'REQUEST',
          routeArn: `${API}/GET/users`,
          routeKey: 'GET /users',
          identitySource: ['Bearer t'],
          requestContext: { http: { method: 'GET' } },
        },
      ]);
      await expect(api({ isAuthorized: false }, settings).ask()).rejects.toMatchObject({
        type: 'ACCESS_DENIED',
        message: 'Forbidden',
      });
      await expect(api(allowing('*'), settings).ask()).rejects.toMatchObject({
        type: 'AUTHORIZER_CONFIGURATION_ERROR',
      });
    });

    it('in format 1.0 gets both forms of its identity, and answers a policy', async () => {
      const { ask, events } = api(allowing('*'), { ...settings, authorizerPayloadFormatVersion: '1.0' });
      await ask();
      expect(events).toMatchObject([
        { version: '1.0', type: 'REQUEST', identitySource: 'Bearer t', authorizationToken: 'Bearer t' },
      ]);
    });
  });
});
