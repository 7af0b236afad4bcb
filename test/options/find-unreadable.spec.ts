import { describe, expect, it } from '@jest/globals';
import { findUnreadable } from '../../lib/options/find-unreadable.js';

const cyclic: Record<string, unknown> = { name: 'a' };
cyclic['self'] = { deep: [cyclic] };

const throwing = {
  get url(): string {
    throw new Error('no environment');
  },
};

const nest = (depth: number): unknown => (depth === 0 ? {} : { in: nest(depth - 1) });

const shared = { a: 1 };

describe('findUnreadable', () => {
  it.each([
    ['text', 'x'],
    ['nothing', undefined],
    ['a function', () => undefined],
    ['a value that two members share', { first: shared, second: [shared, shared] }],
    ['an empty list', []],
    ['a list that holds undefined', [undefined]],
  ])('takes %s', (_, value) => {
    expect(findUnreadable(value, 'message')).toBeUndefined();
  });

  it.each([
    ['a circle', cyclic, '`message.self.deep[0]` refers to itself'],
    ['a getter that throws', { body: throwing }, '`message.body.url` cannot be read: no environment'],
    [
      'a hole in a list',
      { between: Object.assign(Array(2), { 1: 'b' }) },
      '`message.between[0]` is a hole in the list',
    ],
    ['a bottomless nesting', nest(2_000), 'has more than 100 levels'],
    ['a revoked proxy', revoked(), '`message` cannot be read'],
  ])('names %s', (_, value, expected) => {
    expect(findUnreadable(value, 'message')).toContain(expected);
  });
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
