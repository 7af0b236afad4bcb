import { describe, expect, it } from '@jest/globals';
import { createSchemaLookup, findReferenced } from '../../lib/openapi/find-referenced.js';
import { makeDocument } from '../support/make-model.js';

const pet = { type: 'object', properties: { 'a/b': { type: 'string' }, list: { allOf: [{ title: 'x' }] } } };
const documents = [
  undefined,
  makeDocument(
    {},
    { components: { schemas: { Pet: pet, 'a/b': { title: 'slash' }, 'c%20d': { title: 'raw' } } } },
  ),
  makeDocument(
    {},
    {
      components: {
        schemas: {
          Pet: { title: 'second' },
          'e f': { title: 'space' },
          Alias: { $ref: '#/components/schemas/Pet' },
          Circle: { $ref: '#/components/schemas/Circle' },
        },
        responses: { Gone: { description: 'Gone' } },
      },
    },
  ),
];
const find = (reference: unknown): unknown => findReferenced(reference, documents);

describe('findReferenced', () => {
  it('finds a schema by its name, in the first document that has it', () => {
    expect(find('#/components/schemas/Pet')).toEqual({ name: 'Pet', value: pet });
    expect(find('#/components/schemas/Circle')).toMatchObject({ name: 'Circle' });
  });

  it('takes a name as Nest writes it, and as JSON Pointer escapes it', () => {
    expect(find('#/components/schemas/a/b')).toEqual({ name: 'a/b', value: { title: 'slash' } });
    expect(find('#/components/schemas/a~1b')).toEqual({ name: 'a/b', value: { title: 'slash' } });
    expect(find('#/components/schemas/c%20d')).toEqual({ name: 'c%20d', value: { title: 'raw' } });
    expect(find('#/components/schemas/e%20f')).toEqual({ name: 'e f', value: { title: 'space' } });
  });

  it('gives other components, and parts of one, no name', () => {
    expect(find('#/components/responses/Gone')).toEqual({ value: { description: 'Gone' } });
    expect(find('#/components/schemas/Pet/properties/a~1b')).toEqual({ value: { type: 'string' } });
    expect(find('#/components/schemas/Pet/properties/list/allOf/0')).toEqual({ value: { title: 'x' } });
    expect(find('#/info/title')).toEqual({ value: 'Test' });
  });

  it.each([
    '#/components/schemas/None',
    '#/components/schemas/constructor',
    '#',
    'Pet',
    'a.yaml#/Pet',
    3,
    undefined,
  ])('finds nothing for %s', (reference) => {
    expect(find(reference)).toBeUndefined();
  });
});

describe('createSchemaLookup', () => {
  const lookup = createSchemaLookup(documents);

  it('follows references to their end', () => {
    expect(lookup({ $ref: '#/components/schemas/Alias' })).toBe(pet);
    expect(lookup(pet)).toBe(pet);
  });

  it('finds nothing where there is no end, and no schema', () => {
    expect(lookup({ $ref: '#/components/schemas/Circle' })).toBeUndefined();
    expect(lookup({ $ref: '#/info/title' })).toBeUndefined();
    expect(lookup(true)).toBeUndefined();
  });
});
