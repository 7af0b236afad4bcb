import { describe, expect, it } from '@jest/globals';
import { requiresMember } from '../../lib/openapi/requires-member.js';
import { isObject } from '../../lib/openapi/openapi.js';

const requires = (member: object): boolean =>
  requiresMember({ required: ['id'], properties: { id: member } }, ['id'], (given) =>
    isObject(given) ? given : undefined,
  );

describe('requiresMember', () => {
  it.each([
    [{ type: 'string' }, true],
    [{ type: ['string', 'integer'] }, true],
    [{ enum: ['a', 'b'] }, true],
    [{ allOf: [{ type: 'string' }] }, true],
    [{ type: 'string', nullable: true }, false],
    [{ type: ['string', 'null'] }, false],
    [{ type: 'null' }, false],
  ])('%j: %s', (member, expected) => {
    expect(requires(member)).toBe(expected);
  });

  it('lets null pass where nothing names a type, although nothing names null', () => {
    expect(requires({})).toBe(false);
    expect(requires({ type: undefined, description: 'anything' })).toBe(false);
  });
});
