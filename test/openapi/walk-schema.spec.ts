import { describe, expect, it } from '@jest/globals';
import { walkSchema } from '../../lib/openapi/walk-schema.js';

const pathsOf = (schema: unknown): readonly string[] => {
  const found: string[] = [];
  walkSchema(schema, (part, path) => found.push(`${path}:${String(part['title'])}`));
  return found;
};
const named = (title: string): object => ({ title });

describe('walkSchema', () => {
  it('meets a schema and all that is in it, by the members that they describe', () => {
    expect(
      pathsOf({
        title: 'root',
        properties: {
          address: { title: 'address', properties: { city: named('city') } },
          tags: { title: 'tags', items: named('tag'), prefixItems: [named('first'), named('second')] },
        },
        additionalProperties: named('other'),
        allOf: [{ title: 'part', properties: { own: named('own') } }],
        not: named('not'),
        patternProperties: { '^x': named('x') },
        $defs: { Def: named('def') },
      }),
    ).toEqual([
      ':root',
      'address:address',
      'address.city:city',
      'tags:tags',
      'tags[]:tag',
      'tags[]:first',
      'tags[]:second',
      '[]:other',
      ':part',
      'own:own',
      ':not',
      ':x',
      ':def',
    ]);
  });

  it('reads no data, and nothing that is no schema', () => {
    expect(pathsOf(undefined)).toEqual([]);
    expect(pathsOf(true)).toEqual([]);
    expect(
      pathsOf({
        title: 'root',
        example: { properties: { a: named('a') } },
        default: named('b'),
        enum: [named('c')],
        const: named('d'),
        items: [true, named('item')],
        properties: [],
      }),
    ).toEqual([':root', '[]:item']);
  });
});
