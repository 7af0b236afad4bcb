import { describe, expect, it } from '@jest/globals';
import { createSchemaLookup } from '../../lib/openapi/find-referenced.js';
import { isReferredTo } from '../../lib/openapi/is-referred-to.js';
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

describe('isReferredTo', () => {
  it('finds a name in a schema and behind its references, and ends on those that go round', () => {
    expect(isReferredTo('Parcel', refer('Parcel'), lookup)).toBe(true);
    expect(isReferredTo('Order', { allOf: [refer('Parcel')] }, lookup)).toBe(true);
    expect(isReferredTo('User', refer('Parcel'), lookup)).toBe(false);
    expect(isReferredTo('User', undefined, lookup)).toBe(false);
  });
});
