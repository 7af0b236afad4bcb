import { describe, expect, it } from '@jest/globals';
import type { DataType } from '../../lib/openapi/data-type.js';
import { memberType } from '../../lib/openapi/member-type.js';

const string: DataType = { kind: 'string', nullable: false };
const unknown: DataType = { kind: 'unknown', why: 'it has no type', nullable: false };
const inner: DataType = { kind: 'object', members: [{ name: 'b-c', type: string }], nullable: false };
const type: DataType = {
  kind: 'object',
  nullable: false,
  members: [
    { name: 'a', type: inner },
    { name: 'list', type: { kind: 'list', items: inner, nullable: false } },
    { name: 'map', type: { kind: 'map', items: string, nullable: false } },
    { name: 'set', type: { kind: 'set', of: 'number', nullable: false } },
    { name: 'anything', type: unknown },
  ],
};

describe('memberType', () => {
  it.each([
    ['$', type],
    ['$.a', inner],
    ['$.a.b-c', string],
    ['$.list[0]', inner],
    ['$.list[12].b-c', string],
    ['$.map.key', string],
    ['$.set[0]', { kind: 'number', nullable: false }],
    ['$.anything.at[0].all', unknown],
  ])('finds %s', (path, expected) => {
    expect(memberType(type, path)).toEqual(expected);
  });

  it.each(['$.b', '$.a.b', '$.a.b-c.d', '$.list[0].a'])('finds nothing under %s', (path) => {
    expect(memberType(type, path)).toBeUndefined();
  });

  it('finds nothing in nothing', () => {
    expect(memberType(undefined, '$.a')).toBeUndefined();
  });
});
