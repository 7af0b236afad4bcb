import { describe, expect, it } from '@jest/globals';
import { createSchemaLookup } from '../../../lib/openapi/find-referenced.js';
import { expressionsOf, listRequired } from '../../../lib/model/documents/list-required.js';
import type { OpenApiParameter } from '../../../lib/openapi/openapi.js';
import { makeDocument } from '../../support/make-model.js';

const lookup = createSchemaLookup([
  makeDocument(
    {},
    {
      components: {
        schemas: {
          Size: { type: 'integer', default: 10 },
          Filter: { type: 'object', properties: { by: { type: 'string' } } },
          Order: { type: 'string', enum: ['up', 'down'] },
        },
      },
    },
  ),
]);
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const isRequired = (given: Partial<OpenApiParameter>): boolean =>
  listRequired(
    {},
    {
      operation: { parameters: [{ name: 'p', in: 'query', required: true, ...given }] },
      lookup,
    },
  ).length === 1;

describe('listRequired', () => {
  it.each<[string, Partial<OpenApiParameter>]>([
    ['a query parameter', {}],
    ['a header', { in: 'header' }],
    ['a cookie', { in: 'cookie' }],
    ['one of a list of values', { schema: { type: 'array', items: { type: 'string' } } }],
    ['one of a named type', { schema: ref('Order') }],
    ['JSON in a parameter', { content: { 'application/json': { schema: ref('Filter') } } }],
  ])('has %s', (_, given) => {
    expect(isRequired(given)).toBe(true);
  });

  it.each<[string, Partial<OpenApiParameter>]>([
    ['is not required', { required: false }],
    ['stands in the path', { in: 'path' }],
    ['is the whole query', { in: 'querystring' }],
    ['has a default', { schema: { type: 'string', default: '' } }],
    ['has a default by its type', { schema: ref('Size') }],
    ['may be empty', { allowEmptyValue: true }],
    ['is spread over several names', { style: 'deepObject', schema: ref('Filter') }],
    ['is an object', { schema: { allOf: [ref('Filter')], description: 'x' } }],
  ])('has none that %s', (_, given) => {
    expect(isRequired(given)).toBe(false);
  });
});

describe('expressionsOf', () => {
  it('lists the parameters that values read, inside texts too', () => {
    const text = { '@request': 'text', parts: ['a', { '@request': 'header', name: 'X' }] };
    expect(expressionsOf({ a: { '@request': 'query', name: 'q' }, b: [text], c: 'q' })).toEqual([
      'method.request.querystring.q',
      'method.request.header.X',
    ]);
  });
});
