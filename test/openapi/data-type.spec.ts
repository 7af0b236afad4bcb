import { describe, expect, it } from '@jest/globals';
import { NOWHERE, readDataType, type DataType } from '../../lib/openapi/data-type.js';
import { listUnknown } from '../../lib/openapi/list-unknown.js';
import { createSchemaLookup } from '../../lib/openapi/find-referenced.js';
import type { JsonObject } from '../../lib/openapi/openapi.js';
import { makeDocument } from '../support/make-model.js';

const read = (schema: unknown, schemas: Readonly<Record<string, JsonObject>> = {}): DataType =>
  readDataType(schema, createSchemaLookup([undefined, makeDocument({}, { components: { schemas } })]));

const plain = (kind: 'string' | 'number' | 'boolean', nullable = false): DataType => ({ kind, nullable });
const unknown = (why: string, nullable = false): DataType => ({ kind: 'unknown', why, nullable });

const schemaOf = (index: number): JsonObject => ({ $ref: `#/components/schemas/S${index}` });

/** An object in a member of an object in itself. */
const loop = (first: string, second: string): DataType => ({
  kind: 'object',
  nullable: false,
  members: [
    {
      name: first,
      type: {
        kind: 'object',
        nullable: false,
        members: [{ name: second, type: unknown('it contains itself') }],
      },
    },
  ],
});

describe('readDataType', () => {
  it('reads a chain in which each has two members of the next once for each', () => {
    const levels = 60;
    const next = (level: number): JsonObject =>
      level === levels ? { type: 'string' } : { $ref: `#/components/schemas/L${level}` };
    const schemas = Object.fromEntries(
      Array.from({ length: levels }, (_, level) => [
        `L${level}`,
        { type: 'object', properties: { a: next(level + 1), b: next(level + 1) } },
      ]),
    );
    let type = read(next(0), schemas);
    for (let level = 0; level < levels; level += 1) {
      type = type.kind === 'object' ? type.members[level % 2]!.type : type;
    }
    expect(type).toEqual(plain('string'));
  });

  it('reads a schema in the same way before and after one that is inside itself', () => {
    const lookup = createSchemaLookup([
      makeDocument(
        {},
        {
          components: {
            schemas: {
              A: { type: 'object', properties: { b: { $ref: '#/components/schemas/B' } } },
              B: { type: 'object', properties: { a: { $ref: '#/components/schemas/A' } } },
            },
          },
        },
      ),
    ]);
    const of = (name: string): DataType => readDataType({ $ref: `#/components/schemas/${name}` }, lookup);
    expect(of('A')).toEqual(loop('b', 'a'));
    expect(of('B')).toEqual(loop('a', 'b'));
    expect(of('A')).toEqual(loop('b', 'a'));
  });

  it('knows no type of more members than a template can hold', () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `S${index}`,
        {
          type: 'object',
          properties:
            index === 59 ? { end: { type: 'string' } } : { a: schemaOf(index + 1), b: schemaOf(index + 1) },
        },
      ]),
    );
    const faults = [...listUnknown(read(schemaOf(0), schemas))];
    const why = 'it has too many members of members: all together over 10000';
    expect(faults.length).toBeLessThan(10_000);
    expect(new Set(faults.map((fault) => fault.why))).toEqual(new Set([why]));
    expect([...listUnknown(read(schemaOf(50), schemas))]).toEqual([]);
  });

  it('reads schemas that refer to each other in every direction', () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `S${index}`,
        {
          type: 'object',
          properties: Object.fromEntries(
            [1, 2, 3].map((step) => [`m${step}`, schemaOf((index * step + step) % 60)]),
          ),
        },
      ]),
    );
    const faults = [...listUnknown(read(schemaOf(0), schemas))];
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThan(10_000);
  });

  it('reads scalars', () => {
    expect(read({ type: 'string', format: 'date-time' })).toEqual(plain('string'));
    expect(read({ type: 'integer' })).toEqual(plain('number'));
    expect(read({ type: 'number' })).toEqual(plain('number'));
    expect(read({ type: 'boolean' })).toEqual(plain('boolean'));
    expect(read({ enum: ['a', 'b'] })).toEqual(plain('string'));
  });

  it('reads what may be null, in the words of OpenAPI 3.0 and 3.1', () => {
    expect(read({ type: 'string', nullable: true })).toEqual(plain('string', true));
    expect(read({ type: ['number', 'null'] })).toEqual(plain('number', true));
    expect(read({ oneOf: [{ type: 'boolean' }, { type: 'null' }] })).toEqual(plain('boolean', true));
    expect(
      read({ allOf: [{ $ref: '#/components/schemas/A' }], nullable: true }, { A: { type: 'string' } }),
    ).toEqual(plain('string', true));
  });

  it('reads what says its type several times, or by its values', () => {
    expect(read({ type: ['integer', 'number'] })).toEqual(plain('number'));
    expect(read({ enum: [1, 2] })).toEqual(plain('number'));
    expect(read({ const: true })).toEqual(plain('boolean'));
    expect(read({ anyOf: [{ type: 'string', format: 'email' }, { const: '' }] })).toEqual(plain('string'));
    expect(read({ type: 'string', anyOf: [{ minLength: 1 }, { pattern: '^a' }] })).toEqual(plain('string'));
    expect(read({ allOf: [{ type: 'string' }, { minLength: 1 }] })).toEqual(plain('string'));
    expect(read({ oneOf: [{ enum: ['a'] }, { type: 'null' }, { enum: ['b'] }] })).toEqual(
      plain('string', true),
    );
  });

  it('reads lists, sets and maps', () => {
    expect(read({ type: 'array', items: { type: 'boolean' } })).toEqual({
      kind: 'list',
      items: plain('boolean'),
      nullable: false,
    });
    const unique = (type: string) => read({ type: 'array', uniqueItems: true, items: { type } });
    expect(unique('string')).toEqual({ kind: 'set', of: 'string', nullable: false });
    expect(unique('integer')).toEqual({ kind: 'set', of: 'number', nullable: false });
    // DynamoDB has no set of booleans.
    expect(unique('boolean')).toMatchObject({ kind: 'list' });
    expect(read({ type: 'object', additionalProperties: { type: 'number' } })).toEqual({
      kind: 'map',
      items: plain('number'),
      nullable: false,
    });
  });

  it('reads objects through references, and joins those of allOf', () => {
    const schemas = {
      A: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } } },
      B: { allOf: [{ $ref: '#/components/schemas/A' }], properties: { b: { type: 'number' } } },
    };
    expect(read({ $ref: '#/components/schemas/B' }, schemas)).toEqual({
      kind: 'object',
      members: [
        { name: 'a', type: plain('string') },
        { name: 'b', type: plain('number') },
      ],
      nullable: false,
    });
  });

  it('says why a schema has no type', () => {
    expect(read(undefined)).toEqual(unknown('it has no schema'));
    expect(read({ $ref: '#/components/schemas/None' })).toEqual(unknown(NOWHERE));
    expect(read({})).toEqual(unknown('it has no type'));
    expect(read({ type: 'object' })).toEqual(unknown('it is an object without declared members'));
    expect(read({ anyOf: [{ type: 'string' }, { type: 'number' }] })).toEqual(
      unknown('it has several types'),
    );
    expect(read({ type: ['string', 'number', 'null'] })).toEqual(unknown('it has several types', true));
    expect(read({ enum: ['a', 1] })).toEqual(unknown('it has no type'));
    expect(read({ allOf: [{ type: 'string' }, { type: 'object', properties: {} }] })).toEqual(
      unknown('it combines types that are not objects'),
    );
  });

  it('has an end where a schema contains itself', () => {
    const tree = {
      type: 'object',
      properties: {
        leaf: { type: 'string' },
        parts: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
      },
    };
    const type = read({ $ref: '#/components/schemas/Tree' }, { Tree: tree });
    expect([...listUnknown(type)]).toEqual([{ path: 'parts[]', why: 'it contains itself' }]);
    expect(
      read({ $ref: '#/components/schemas/Loop' }, { Loop: { $ref: '#/components/schemas/Loop' } }),
    ).toMatchObject({
      kind: 'unknown',
    });
  });
});

describe('listUnknown', () => {
  it('names the members by their paths', () => {
    const type = read({
      type: 'object',
      properties: {
        fit: { type: 'string' },
        a: { type: 'object', properties: { b: {} } },
        list: { type: 'array', items: { type: 'array', items: {} } },
        map: { type: 'object', additionalProperties: {} },
      },
    });
    expect([...listUnknown(type)].map(({ path }) => path)).toEqual(['a.b', 'list[][]', 'map[]']);
    expect([...listUnknown(plain('string'))]).toEqual([]);
  });
});
