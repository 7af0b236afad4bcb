import { describe, expect, it } from '@jest/globals';
import {
  createAuthorizer,
  type AuthorizerSettings,
} from '../../../../lib/testing/gateway/authorizers/create-authorizer.js';
import { gatewayCall, type TestedCall } from '../../../support/gateway-call.js';

function open(
  value?: string,
  document: object = {},
  security: readonly object[] = [{ key: [] }],
): TestedCall {
  return gatewayCall({
    sample: value === undefined ? {} : { headers: { 'X-API-Key': value } },
    operation: { security },
    document: {
      components: {
        securitySchemes: {
          key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
          fn: {
            type: 'apiKey',
            name: 'Unused',
            'x-amazon-apigateway-authorizer': { type: 'request', authorizerUri: '${fn}' },
          },
        },
      },
      ...document,
    },
  });
}

const fn = (): object => ({
  principalId: 'a',
  policyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
  usageIdentifierKey: 'one',
});

type ApiKeys = NonNullable<AuthorizerSettings['apiKeys']>;

describe('API keys', () => {
  it('are those that are known', async () => {
    const apiKeys: ApiKeys = ['one', { value: 'two', id: 'id2' }, { value: 'off', enabled: false }];
    const authorize = createAuthorizer({ apiKeys });
    expect(await authorize(open('one'))).toEqual({ identity: { apiKey: 'one', apiKeyId: 'local' } });
    expect(await authorize(open('two'))).toEqual({ identity: { apiKey: 'two', apiKeyId: 'id2' } });
    // api_key_required_for_methods, 2023-07-27
    for (const [value, why] of [
      [undefined, 'is missing'],
      ['three', 'is not a known key'],
      ['off', 'is that of a disabled key'],
    ] as const) {
      const call = open(value);
      await expect(authorize(call)).rejects.toMatchObject({ type: 'INVALID_API_KEY' });
      expect(call.steps).toMatchObject([{ step: 'API key', outcome: `403: the header x-api-key ${why}` }]);
    }
    await expect(createAuthorizer({})(open('one'))).rejects.toThrow('needs an API key');
  });

  it('may come from the authorizer', async () => {
    const authorize = createAuthorizer({ apiKeys: ['one'], functions: { fn } });
    const both = [{ fn: [] }, { key: [] }];
    const source = { 'x-amazon-apigateway-api-key-source': 'AUTHORIZER' };
    expect(await authorize(open(undefined, source, both))).toEqual({
      authorizer: { principalId: 'a' },
      identity: { apiKey: 'one', apiKeyId: 'local' },
    });
    await expect(authorize(open(undefined, {}, both))).rejects.toMatchObject({ type: 'INVALID_API_KEY' });
  });

  it('are throttled by rate and burst, each for itself', async () => {
    let now = 0;
    const plan = { throttle: { rateLimit: 2, burstLimit: 3 } };
    const authorize = createAuthorizer(
      {
        apiKeys: [
          { value: 'a', plan },
          { value: 'b', plan },
        ],
      },
      () => now,
    );
    for (let index = 0; index < 3; index += 1) await authorize(open('a'));
    const call = open('a');
    await expect(authorize(call)).rejects.toMatchObject({ type: 'THROTTLED' });
    expect(call.steps).toMatchObject([{ outcome: '429: more than 2 requests a second, or 3 at once' }]);
    await authorize(open('b'));
    now += 500;
    await authorize(open('a'));
    await expect(authorize(open('a'))).rejects.toMatchObject({ type: 'THROTTLED' });
  });

  it.each([
    ['DAY', Date.UTC(2026, 0, 5, 23), Date.UTC(2026, 0, 6)],
    ['WEEK', Date.UTC(2026, 0, 11, 23), Date.UTC(2026, 0, 12)],
    ['MONTH', Date.UTC(2026, 0, 31, 23), Date.UTC(2026, 1, 1)],
  ] as const)('have a quota for each %s', async (period, before, after) => {
    let now: number = before;
    const authorize = createAuthorizer(
      { apiKeys: [{ value: 'a', plan: { quota: { limit: 2, period } } }] },
      () => now,
    );
    await authorize(open('a'));
    const second = open('a');
    await authorize(second);
    expect(second.steps[0]?.outcome).toMatch(/, 2 of 2 requests a .* used$/);
    await expect(authorize(open('a'))).rejects.toMatchObject({ type: 'QUOTA_EXCEEDED' });
    now = after;
    await authorize(open('a'));
  });
});
