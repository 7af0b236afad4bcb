import { describe, expect, it } from '@jest/globals';
import { fitsModel } from '../../lib/testing/gateway/validation/fits-model.js';

const document = {
  components: {
    schemas: {
      Node: {
        type: 'object',
        properties: { next: { $ref: '#/components/schemas/Node' }, n: { type: 'number' } },
      },
    },
  },
};

describe('fitsModel', () => {
  it.each([
    [{ type: 'string' }, ['', 'x'], [1, null, [], {}]],
    [{ type: 'integer' }, [1, -2, 1.0], [1.5, '1']],
    [{ type: 'number' }, [1.5], ['1', true]],
    [{ type: 'boolean' }, [true, false], [0, 'true']],
    [{ type: 'array' }, [[]], [{}, 'x']],
    [{ type: 'object' }, [{}], [[], null]],
    [{}, [null, 1, 'x', [], {}], []],
    [{ type: ['string', 'null'] }, ['x', null], [1, {}]],
    [{ not: { type: 'string' } }, [1, null], ['x']],
    [{ enum: ['a', 1, null] }, ['a', 1, null], ['b', '1']],
    [{ minLength: 2, maxLength: 3 }, ['ab', '😀😀😀', 5], ['a', 'abcd']],
    [{ pattern: '^a+$' }, ['aa', 1], ['b']],
    [{ minimum: 1, maximum: 3 }, [1, 3, 'x'], [0, 4]],
    [{ minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: true }, [2], [1, 3]],
    [{ multipleOf: 0.1 }, [0.3, 1], [0.35]],
    [
      { items: { type: 'string' }, minItems: 1, maxItems: 2 },
      [['a'], ['a', 'b']],
      [[], [1], ['a', 'b', 'c']],
    ],
    [
      { uniqueItems: true },
      [
        [1, 2],
        [{ a: 1 }, { a: 2 }],
      ],
      [
        [1, 1],
        [{ a: 1 }, { a: 1 }],
      ],
    ],
    [{ required: ['a'], properties: { a: { type: 'string' } } }, [{ a: 'x', b: 1 }], [{}, { a: 1 }]],
    [{ properties: { a: {} }, additionalProperties: false }, [{}, { a: 1 }], [{ b: 1 }]],
    [{ additionalProperties: { type: 'number' } }, [{ a: 1 }], [{ a: 'x' }]],
    [{ minProperties: 1, maxProperties: 1 }, [{ a: 1 }], [{}, { a: 1, b: 2 }]],
    [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, ['x', 1], [true]],
    [{ allOf: [{ required: ['a'] }, { required: ['b'] }] }, [{ a: 1, b: 2 }], [{ a: 1 }]],
    [
      { $ref: '#/components/schemas/Node' },
      [{}, { next: { next: { n: 1 } } }],
      [{ next: { next: { n: 'x' } } }, []],
    ],
  ])('%j', (schema, fitting, others) => {
    expect(fitting.map((value) => fitsModel(value, schema, document))).toEqual(fitting.map(() => true));
    expect(others.map((value) => fitsModel(value, schema, document))).toEqual(others.map(() => false));
  });
});
