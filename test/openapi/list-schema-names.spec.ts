import { describe, expect, it } from '@jest/globals';
import { createSchemaLookup } from '../../lib/openapi/find-referenced.js';
import { listSchemaNames } from '../../lib/openapi/list-schema-names.js';
import type { OpenApiDocument } from '../../lib/openapi/openapi.js';

const refer = (name: string): { readonly $ref: string } => ({ $ref: `#/components/schemas/${name}` });

const lookup = createSchemaLookup([
  {
    paths: {},
    components: {
      schemas: {
        Parcel: { type: 'object', properties: { orders: { type: 'array', items: refer('Order') } } },
        Order: { type: 'object', properties: { parcel: refer('Parcel') } },
      },
    },
  } as unknown as OpenApiDocument,
]);

const names = (schema: unknown): readonly string[] => [...listSchemaNames(schema, lookup)];

describe('listSchemaNames', () => {
  it('finds the names in a schema and behind its references, and ends on those that go round', () => {
    expect(names(refer('Parcel'))).toEqual(['Parcel', 'Order']);
    expect(names({ allOf: [refer('Order')] })).toEqual(['Order', 'Parcel']);
    expect(names({ type: 'object', properties: { parts: { items: refer('Missing') } } })).toEqual([
      'Missing',
    ]);
    expect(names(undefined)).toEqual([]);
  });
});
