import { describe, expect, it } from '@jest/globals';
import {
  evaluatePolicy,
  InvalidPolicy,
} from '../../../../lib/testing/gateway/authorizers/evaluate-policy.js';
import { NotServed } from '../../../../lib/testing/gateway/not-served.js';

const API = 'arn:aws:execute-api:us-east-1:123456789012:api/test';
const ARN = `${API}/GET/users/a.b`;

function evaluate(...statements: readonly object[]): ReturnType<typeof evaluatePolicy> {
  return evaluatePolicy({ Version: '2012-10-17', Statement: statements }, ARN);
}

const allow = (resource: string | readonly string[], action: unknown = 'execute-api:Invoke'): object => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});

describe('a policy of an authorizer', () => {
  it.each([
    [ARN],
    ['*'],
    [`${API}/*`],
    [`${API}/GET/users/*`],
    [`${API}/*/users/a.b`],
    [`${API}/GET/users/a?b`],
    ['arn:aws:execute-api:*:*:*/test/GET/users/*'],
    [[`${API}/POST/users`, ARN]],
  ])('allows by %s', (resource) => {
    expect(evaluate(allow(resource)).effect).toBe('allow');
  });

  it.each([[`${API}/POST/*`], [`${API}/GET/users`], [`${API}/GET/users/aXb`], [ARN.toUpperCase()], [[]]])(
    'says nothing by %s',
    (resource) => {
      expect(evaluate(allow(resource))).toEqual({ effect: 'implicit', allowed: [resource].flat() });
    },
  );

  it.each([['execute-api:*'], ['*'], ['execute-api:invoke'], [['a:b', 'execute-api:Invoke']]])(
    'is about invoking by %s',
    (action) => {
      expect(evaluate(allow('*', action)).effect).toBe('allow');
    },
  );

  it('is not about invoking by another action', () => {
    expect(evaluate(allow('*', 'execute-api:ManageConnections')).effect).toBe('implicit');
    expect(evaluate({ Effect: 'Allow', NotAction: 'execute-api:Invoke', Resource: '*' }).effect).toBe(
      'implicit',
    );
    expect(evaluate({ Effect: 'Allow', NotAction: 'a:b', Resource: '*' }).effect).toBe('allow');
  });

  it('denies in spite of what allows, in any order', () => {
    const deny = { Effect: 'Deny', Action: '*', Resource: `${API}/GET/*` };
    expect(evaluate(deny, allow('*'))).toMatchObject({ effect: 'deny', resource: `${API}/GET/*` });
    expect(evaluate(allow('*'), deny).effect).toBe('deny');
    expect(evaluate({ ...deny, Resource: undefined, NotResource: ARN }, allow('*')).effect).toBe('allow');
    expect(evaluate({ ...deny, Resource: undefined, NotResource: 'other' }).effect).toBe('deny');
  });

  it('may be one statement', () => {
    expect(evaluatePolicy({ Statement: allow('*') }, ARN).effect).toBe('allow');
  });

  it('is none', () => {
    for (const policy of [
      undefined,
      null,
      'text',
      {},
      { Statement: [null] },
      { Statement: [{ Effect: 'allow' }] },
    ])
      expect(() => evaluatePolicy(policy, ARN)).toThrow(InvalidPolicy);
  });

  it('with a condition cannot be decided, where it is about the request', () => {
    const Condition = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } };
    expect(() => evaluate({ ...allow('*'), Condition })).toThrow(NotServed);
    expect(evaluate({ ...allow('other'), Condition }).effect).toBe('implicit');
    expect(evaluate({ ...allow('*'), Condition: {} }).effect).toBe('allow');
  });
});
