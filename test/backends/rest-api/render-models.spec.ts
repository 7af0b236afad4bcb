import { describe, expect, it } from '@jest/globals';
import { createModels } from '../../../lib/backends/rest-api/render-models.js';
import type { JsonObject } from '../../../lib/model/openapi.js';
import { makeDocument } from '../../support/make-model.js';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const modelsOf = (schemas: Readonly<Record<string, unknown>>) =>
  createModels([makeDocument({}, { components: { schemas: schemas as JsonObject } })]);

/** The model that a property of the given schema becomes. */
function convert(schema: unknown, others: Readonly<Record<string, unknown>> = {}): unknown {
  const models = modelsOf({ ...others, Holder: { type: 'object', properties: { value: schema } } });
  models.reference(ref('Holder'), 'x');
  return (models.all()['Holder'] as { properties: { value: unknown } }).properties.value;
}

describe('keywords', () => {
  it.each<[string, unknown]>([
    ['type', { type: 'string' }],
    ['title and description', { type: 'string', title: 'T', description: 'D' }],
    ['lengths', { type: 'string', minLength: 1, maxLength: 2 }],
    ['bounds', { type: 'number', minimum: 1, maximum: 2, multipleOf: 0.5 }],
    ['items', { type: 'array', items: { type: 'integer' }, minItems: 1, maxItems: 2, uniqueItems: true }],
    ['property counts', { type: 'object', minProperties: 1, maxProperties: 2 }],
    ['enum', { type: 'string', enum: ['a', 'b'] }],
    ['pattern', { type: 'string', pattern: '^a+$' }],
    ['required', { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }],
    ['additionalProperties, open', { type: 'object', additionalProperties: true }],
    ['additionalProperties, closed', { type: 'object', additionalProperties: false }],
    ['additionalProperties, of a schema', { type: 'object', additionalProperties: { type: 'string' } }],
  ])('%s stay', (_, schema) => {
    expect(convert(schema)).toEqual(schema);
  });

  it.each([
    'example',
    'examples',
    'default',
    'deprecated',
    'discriminator',
    'externalDocs',
    'format',
    'readOnly',
    'writeOnly',
    'xml',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'not',
    'if',
    'then',
    'contains',
    'propertyNames',
    'unevaluatedProperties',
    'dependentRequired',
    '$comment',
    '$id',
    'x-own',
  ])('%s goes', (keyword) => {
    expect(convert({ type: 'string', [keyword]: 'anything' })).toEqual({ type: 'string' });
  });

  it('of the wrong type go', () => {
    expect(convert({ type: 'colour', minLength: '1', uniqueItems: 'yes', description: 3 })).toEqual({});
  });

  it('a property may have a keyword for a name', () => {
    const schema = { type: 'object', properties: { example: { type: 'string' }, default: {} } };
    expect(convert(schema)).toEqual(schema);
  });

  it('`patternProperties` open the object, which would otherwise refuse what they allow', () => {
    const schema = { type: 'object', patternProperties: { '^x': {} }, additionalProperties: false };
    expect(convert(schema)).toEqual({ type: 'object' });
  });

  it('an array always has items; those of a tuple may be anything', () => {
    expect(convert({ type: 'array' })).toEqual({ type: 'array', items: {} });
    expect(convert({ type: 'array', prefixItems: [{ type: 'string' }], items: false })).toEqual({
      type: 'array',
      items: {},
    });
  });

  it('patterns lose the slashes of a literal, and go when they have flags or are none', () => {
    expect(convert({ type: 'string', pattern: '/^a$/' })).toEqual({ type: 'string', pattern: '^a$' });
    expect(convert({ type: 'string', pattern: '/^a$/i' })).toEqual({ type: 'string' });
    expect(convert({ type: 'string', pattern: '(' })).toEqual({ type: 'string' });
  });

  it('a request need not have what only answers have', () => {
    const schema = {
      type: 'object',
      properties: { id: { type: 'string', readOnly: true }, name: { type: 'string' } },
      required: ['id', 'name', 'name', 3],
    };
    expect(convert(schema)).toEqual({
      type: 'object',
      properties: { id: { type: 'string' }, name: { type: 'string' } },
      required: ['name'],
    });
  });
});

describe('what may be null', () => {
  it.each<[string, unknown]>([
    ['nullable', { type: 'string', nullable: true, enum: ['a', 'b'] }],
    ['a list of types', { type: ['string', 'null'], enum: ['a', null] }],
    ['the type null', { type: 'null' }],
    ['an enum with null', { enum: ['a', null] }],
    ['const null', { const: null }],
    ['anyOf with null', { anyOf: [{ type: 'integer' }, { type: 'null' }] }],
    ['oneOf with null', { oneOf: [ref('Pet'), { type: 'null' }] }],
    ['a nullable allOf', { nullable: true, allOf: [ref('Pet')] }],
  ])('%s loses its type', (_, schema) => {
    expect(convert(schema, { Pet: { type: 'object' } })).toEqual({});
  });

  it('keeps bounds, which say nothing of null', () => {
    expect(convert({ type: 'string', nullable: true, minLength: 1 })).toEqual({ minLength: 1 });
  });

  it('makes no model of a body that may be null', () => {
    expect(modelsOf({}).reference({ type: 'object', nullable: true }, 'x')).toBeUndefined();
  });

  it('passes where a reference says so beside itself', () => {
    expect(convert({ ...ref('Pet'), nullable: true }, { Pet: { type: 'object' } })).toEqual({});
  });

  it('passes in allOf, unless one of its parts refuses it', () => {
    const others = {
      Maybe: { type: 'object', nullable: true, properties: { a: { type: 'string' } } },
      Pet: { type: 'object' },
    };
    const properties = { a: { type: 'string' } };
    expect(convert({ allOf: [ref('Maybe')] }, others)).toEqual({ properties });
    expect(convert({ allOf: [ref('Maybe'), { title: 'x' }] }, others)).toEqual({ title: 'x', properties });
    expect(convert({ allOf: [ref('Maybe'), ref('Pet')] }, others)).toEqual({ type: 'object', properties });
  });

  it('is written in place of a reference to it', () => {
    expect(convert(ref('Maybe'), { Maybe: { type: 'object', nullable: true } })).toEqual({});
  });
});

describe('3.1', () => {
  it('one type in a list is that type, several are any', () => {
    expect(convert({ type: ['string'] })).toEqual({ type: 'string' });
    expect(convert({ type: ['string', 'integer'] })).toEqual({});
  });

  it('const is an enum of one', () => {
    expect(convert({ const: 'cat' })).toEqual({ enum: ['cat'] });
    expect(convert({ type: 'string', const: 'cat' })).toEqual({ type: 'string', enum: ['cat'] });
  });

  it('boolean schemas accept anything, never less', () => {
    expect(convert(true)).toEqual({});
    expect(convert(false)).toEqual({});
  });
});

describe('composition', () => {
  const others = {
    Cat: { type: 'object', properties: { lives: { type: 'integer' } }, required: ['lives'] },
    Dog: { type: 'object', properties: { bark: { type: 'string' } }, additionalProperties: false },
    Name: { type: 'string', minLength: 1 },
  };
  const cat = others.Cat;

  it.each(['anyOf', 'oneOf'])('%s of references is written out, as anyOf', (keyword) => {
    expect(convert({ [keyword]: [ref('Cat'), ref('Dog')] }, others)).toEqual({
      type: 'object',
      anyOf: [cat, others.Dog],
    });
    expect(convert({ [keyword]: [ref('Cat'), { type: 'string' }] }, others)).toEqual({
      anyOf: [cat, { type: 'string' }],
    });
  });

  it('says nothing when one alternative accepts everything', () => {
    expect(convert({ oneOf: [ref('Cat'), {}] }, others)).toEqual({});
  });

  it('allOf of objects is one object', () => {
    const schema = {
      allOf: [ref('Cat'), ref('Dog'), { required: ['bark'] }],
      properties: { own: { type: 'string' } },
      required: ['own'],
      description: 'Both',
    };
    expect(convert(schema, others)).toEqual({
      type: 'object',
      description: 'Both',
      properties: { lives: { type: 'integer' }, bark: { type: 'string' }, own: { type: 'string' } },
      required: ['lives', 'bark', 'own'],
    });
  });

  it('allOf of one that is no object is that one', () => {
    expect(convert({ allOf: [ref('Name')], default: 'x' }, others)).toEqual(others.Name);
  });

  it('allOf of others stays, without references', () => {
    expect(convert({ allOf: [ref('Name'), { enum: ['a'] }] }, others)).toEqual({
      allOf: [others.Name, { enum: ['a'] }],
    });
  });

  it('a reference to no schema accepts everything', () => {
    expect(convert(ref('Missing'))).toEqual({});
    expect(convert({ $ref: 'other.yaml#/Pet' })).toEqual({});
  });
});

describe('schemas in a circle', () => {
  it('through properties refer to each other', () => {
    const models = modelsOf({
      Node: { type: 'object', properties: { next: ref('Node'), list: ref('List') } },
      List: { type: 'array', items: ref('Node') },
    });
    expect(models.reference(ref('Node'), 'x')).toEqual(ref('Node'));
    expect(models.all()).toEqual({
      List: { type: 'array', items: ref('Node') },
      Node: { type: 'object', properties: { next: ref('Node'), list: ref('List') } },
    });
  });

  it('through compositions end in what accepts everything', () => {
    const models = modelsOf({
      Tree: { type: 'object', properties: { left: { oneOf: [ref('Tree'), { type: 'string' }] } } },
    });
    models.reference(ref('Tree'), 'x');
    expect(models.all()).toEqual({ Tree: { type: 'object', properties: { left: {} } } });
  });

  it('through nothing but references are no models', () => {
    expect(modelsOf({ A: ref('B'), B: ref('A') }).reference(ref('A'), 'x')).toBeUndefined();
    expect(convert(ref('A'), { A: ref('B'), B: ref('A') })).toEqual({});
    expect(convert(ref('A'), { A: { type: 'string', allOf: [ref('A')] } })).toEqual({ type: 'string' });
  });
});

describe('names', () => {
  it('are letters and digits, and distinct', () => {
    const names = ['User_Dto', 'User-Dto', 'User.Dto', 'Page<User>', 'Page_User_', '__', '--', 'Ünïcode'];
    const models = modelsOf(Object.fromEntries(names.map((name) => [name, { type: 'object', title: name }])));
    const found = names.map((name) => {
      const { $ref } = models.reference({ $ref: `#/components/schemas/${encodeURIComponent(name)}` }, 'x')!;
      return ($ref as string).slice('#/components/schemas/'.length);
    });
    expect(new Set(found).size).toBe(names.length);
    for (const name of found) expect(name).toMatch(/^[A-Za-z0-9]+$/);
    const titles = Object.fromEntries(
      Object.entries(models.all()).map(([name, model]) => [(model as JsonObject)['title'], name]),
    );
    expect(found).toEqual(names.map((name) => titles[name]));
  });

  it('do not depend on which model is asked for first', () => {
    const schemas = { a_b: { type: 'object' }, 'a-b': { type: 'array', items: {} } };
    const named = (first: string, second: string): unknown => {
      const models = modelsOf(schemas);
      models.reference(ref(first), 'x');
      models.reference(ref(second), 'x');
      return models.all();
    };
    expect(named('a_b', 'a-b')).toEqual(named('a-b', 'a_b'));
  });

  it('follow what JSON Pointer and URI escape', () => {
    const models = modelsOf({ 'a/b~c d': { type: 'object', title: 'odd' } });
    expect(models.reference({ $ref: '#/components/schemas/a~1b~0c%20d' }, 'x')).toEqual(ref('abcd'));
  });
});

describe('a body', () => {
  const schemas = {
    Pet: { type: 'object' },
    Pets: { type: 'array', items: ref('Pet') },
    Name: { type: 'string' },
  };

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a string', { type: 'string' }],
    ['a reference to a string', ref('Name')],
    ['anything', {}],
    ['several types', { type: ['object', 'array'] }],
    ['alternatives that are not all objects', { oneOf: [ref('Pet'), { type: 'string' }] }],
  ])('of %s has no model', (_, schema) => {
    const models = modelsOf(schemas);
    expect(models.reference(schema, 'x')).toBeUndefined();
    expect(models.all()).toEqual({});
  });

  it('inline is named after its operation, once for equal ones, and never like another', () => {
    const models = modelsOf(schemas);
    const inline = { type: 'object', properties: { a: { type: 'string' } } };
    expect(models.reference(inline, 'Pet')).toEqual(ref('Pet2'));
    expect(models.reference({ ...inline }, 'Other')).toEqual(ref('Pet2'));
    expect(models.all()).toEqual({ Pet2: inline });
  });

  it('that is a list is named after what it lists', () => {
    const models = modelsOf(schemas);
    expect(models.reference({ type: 'array', items: ref('Pet') }, 'x')).toEqual(ref('PetList'));
    expect(models.reference(ref('Pets'), 'x')).toEqual(ref('Pets'));
    expect(Object.keys(models.all())).toEqual(['Pet', 'PetList', 'Pets']);
  });

  it('without a type is an object', () => {
    const models = modelsOf({ Loose: { properties: { a: {} } } });
    models.reference(ref('Loose'), 'x');
    expect(models.all()).toEqual({ Loose: { type: 'object', properties: { a: {} } } });
  });
});

describe('two documents', () => {
  it('share their schemas, the first before the second', () => {
    const models = createModels([
      makeDocument({}, { components: { schemas: { A: { type: 'object', title: 'first' } } } }),
      makeDocument({}, { components: { schemas: { A: { type: 'array' }, B: { type: 'object' } } } }),
    ]);
    models.reference(ref('A'), 'x');
    models.reference(ref('B'), 'x');
    expect(models.all()).toEqual({ A: { type: 'object', title: 'first' }, B: { type: 'object' } });
  });
});
