import { describe, expect, it } from '@jest/globals';
import {
  kindOf,
  listOmissible,
  type FindReferenced,
} from '../../../../lib/backends/rest-api/models/read-schema.js';

const DEPTH = 60;

/** Schemas of which each composes the next one twice: written out they are 2^60. */
function readDoubling(keyword: 'allOf' | 'anyOf' | 'oneOf', last: object): FindReferenced {
  const schemas = Array.from({ length: DEPTH }, (_, index) => {
    const next = { $ref: `#/components/schemas/D${index + 1}` };
    return { [keyword]: [{ ...next }, { ...next }] };
  });
  const all: readonly object[] = [...schemas, last];
  return ((reference: string) => {
    const name = /D(\d+)$/.exec(reference ?? '')?.[1];
    return name === undefined ? undefined : { name: `D${name}`, value: all[Number(name)] };
  }) as FindReferenced;
}

describe('schemas that grow twofold', () => {
  const first = { $ref: '#/components/schemas/D0' };

  it.each(['allOf', 'anyOf', 'oneOf'] as const)('in %s have the kind of the last one', (keyword) => {
    expect(kindOf(first, readDoubling(keyword, { type: 'string' }))).toBe('string');
  });

  it('name what a request may leave out', () => {
    const last = { properties: { id: { readOnly: true }, name: {} } };
    expect(listOmissible(first, readDoubling('allOf', last))).toEqual(['id']);
    const find = readDoubling('allOf', { readOnly: true });
    expect(listOmissible({ properties: { a: first } }, find)).toEqual(['a']);
  });

  it('may refer to themselves', () => {
    const find = readDoubling('oneOf', { oneOf: [first, { type: 'string' }] });
    expect(kindOf(first, find)).toBeUndefined();
    expect(listOmissible(first, readDoubling('allOf', { allOf: [first] }))).toEqual([]);
  });
});
