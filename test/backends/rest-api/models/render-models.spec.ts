import { describe, expect, it } from '@jest/globals';
import { createModels } from '../../../../lib/backends/rest-api/models/render-models.js';
import type { JsonObject } from '../../../../lib/openapi/openapi.js';
import { makeDocument } from '../../../support/make-model.js';

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

  it('in decomposed Unicode, which Terraform composes, go', () => {
    const name = 'nom de cafe\u0301';
    const properties = { [name]: { type: 'string' }, café: { type: 'string', enum: ['\u00e9', 'e'] } };
    expect(
      convert({ type: 'object', properties, required: [name, 'caf\u00e9'], additionalProperties: false }),
    ).toEqual({
      type: 'object',
      properties: { café: { type: 'string', enum: ['\u00e9', 'e'] } },
      required: ['caf\u00e9'],
    });
    expect(convert({ type: 'string', enum: ['e\u0301', 'e'] })).toEqual({ type: 'string' });
    expect(convert({ type: 'string', pattern: '^e\u0301$', maxLength: 2 })).toEqual({
      type: 'string',
      maxLength: 2,
    });
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

  it('a request need not have what only answers have, or what has a default', () => {
    const text = { type: 'string' };
    const schema = {
      type: 'object',
      properties: {
        id: { type: 'string', readOnly: true },
        at: ref('Stamp'),
        size: { type: 'string', default: 'L' },
        colour: { allOf: [ref('Colour')], description: 'x' },
        name: text,
      },
      required: ['id', 'at', 'size', 'colour', 'name', 'name', 3],
    };
    const others = { Stamp: { ...text, readOnly: true }, Colour: { ...text, default: 'red' } };
    expect(convert(schema, others)).toEqual({
      type: 'object',
      properties: { id: text, at: text, size: text, colour: { ...text, description: 'x' }, name: text },
      required: ['name'],
    });
  });

  it('of which each part of a composition knows', () => {
    const base = { type: 'object', properties: { id: { type: 'string', readOnly: true } } };
    expect(convert({ allOf: [ref('Base'), { required: ['id', 'name'] }] }, { Base: base })).toEqual({
      type: 'object',
      properties: { id: { type: 'string' } },
      required: ['name'],
    });
    expect(convert({ ...base, anyOf: [{ required: ['id'] }, { required: ['name'] }] })).toEqual({
      type: 'object',
      properties: { id: { type: 'string' } },
    });
  });

  it.each<[string, unknown]>([
    ['negative counts', { minLength: -1, maxItems: 0.5 }],
    ['a step of nothing', { multipleOf: 0 }],
    ['what is no number', { minimum: Number.NaN, maximum: Number.POSITIVE_INFINITY }],
  ])('%s, which import refuses, go', (_, keywords) => {
    expect(convert({ type: 'string', ...(keywords as object) })).toEqual({ type: 'string' });
  });

  it('a type that not every value has goes, and a value stands once', () => {
    expect(convert({ type: 'string', enum: [1, 2, 2] })).toEqual({ enum: [1, 2] });
    expect(convert({ type: 'string', enum: ['a', 2] })).toEqual({ enum: ['a', 2] });
    expect(convert({ type: 'string', enum: ['a', null] })).toEqual({});
  });

  it('a member of which Nest knows nothing but that it is an object may be anything', () => {
    const object = { type: 'object', description: 'string | number, in fact' };
    expect(convert(object)).toEqual({ description: object.description });
    expect(convert({ type: 'array', items: { type: 'object' } })).toEqual({ type: 'array', items: {} });
    expect(convert({ oneOf: [{ type: 'object' }, { type: 'string' }] })).toEqual({});
    // A class without documented members, such as `ObjectId` or `URL`.
    const url = { type: 'object', properties: {} };
    expect(convert({ type: 'array', items: ref('URL') }, { URL: url })).toEqual({ type: 'array', items: {} });
    expect(modelsOf({ URL: url }).reference(ref('URL'), 'x')).toBeUndefined();
    expect(convert({ type: 'object', additionalProperties: false })).toEqual({
      type: 'object',
      additionalProperties: false,
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
      Pet: { type: 'object', required: ['b'] },
    };
    const properties = { a: { type: 'string' } };
    expect(convert({ allOf: [ref('Maybe')] }, others)).toEqual({ properties });
    expect(convert({ allOf: [ref('Maybe'), { title: 'x' }] }, others)).toEqual({ title: 'x', properties });
    expect(convert({ allOf: [ref('Maybe'), ref('Pet')] }, others)).toEqual({
      type: 'object',
      required: ['b'],
      properties,
    });
  });

  it('is written instead of a reference to it', () => {
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

  it('allOf of one named object and notes is that object', () => {
    const schema = { allOf: [ref('Cat')], description: 'A cat', default: {}, readOnly: true, 'x-own': 1 };
    expect(convert(schema, others)).toEqual(ref('Cat'));
    expect(convert({ allOf: [ref('Cat')], nullable: true }, others)).toEqual({});
    expect(convert({ allOf: [ref('Cat')], minProperties: 1 }, others)).toEqual({ ...cat, minProperties: 1 });
    // In a composition it is written out.
    expect(convert({ allOf: [{ allOf: [ref('Cat')] }, { required: ['lives'] }] }, others)).toEqual(cat);
    const models = modelsOf(others);
    expect(models.reference({ allOf: [ref('Cat')], description: 'x' }, 'y')).toEqual(ref('Cat'));
  });

  it('allOf of others stays, without references', () => {
    expect(convert({ allOf: [ref('Name'), { enum: ['a'] }] }, others)).toEqual({
      allOf: [others.Name, { enum: ['a'] }],
    });
  });

  it('a reference to no schema accepts everything', () => {
    expect(convert(ref('Missing'))).toEqual({});
    expect(convert(ref('constructor'))).toEqual({});
    expect(convert({ $ref: 'other.yaml#/Pet' })).toEqual({});
  });

  it('a reference into a schema is what stands there', () => {
    expect(convert(ref('Cat/properties/lives'), others)).toEqual({ type: 'integer' });
    expect(convert(ref('Cat/properties/none'), others)).toEqual({});
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

  it('through alternatives end in their type, as soon as one of them is met again', () => {
    const names = ['And', 'Or', 'Not', 'Equal', 'Less', 'More', 'Is', 'In', 'Like', 'Between', 'All', 'Any'];
    const schemas = Object.fromEntries(
      names.map((name) => [name, { type: 'object', properties: { of: { oneOf: names.map(ref) } } }]),
    );
    const models = modelsOf({
      ...schemas,
      Query: { type: 'object', properties: { where: { oneOf: names.map(ref) } } },
    });
    models.reference(ref('Query'), 'x');
    expect(models.all()).toEqual({
      Query: {
        type: 'object',
        properties: {
          where: {
            type: 'object',
            anyOf: names.map(() => ({ type: 'object', properties: { of: { type: 'object' } } })),
          },
        },
      },
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
    const models = modelsOf(Object.fromEntries(names.map((name) => [name, { type: 'array', title: name }])));
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
    const models = modelsOf({ 'a/b~c d': { type: 'array', title: 'odd' } });
    expect(models.reference({ $ref: '#/components/schemas/a~1b~0c%20d' }, 'x')).toEqual(ref('abcd'));
  });

  it('are found as Nest writes them, unescaped', () => {
    const models = modelsOf({
      'a/b': { type: 'array', title: 'a' },
      'c%20d': { type: 'array', title: 'c' },
    });
    expect(models.reference(ref('a/b'), 'x')).toEqual(ref('ab'));
    expect(models.reference(ref('c%20d'), 'x')).toEqual(ref('c20d'));
  });
});

describe('a body', () => {
  const schemas = {
    Pet: { type: 'object', required: ['name'] },
    Pets: { type: 'array', items: ref('Pet') },
    Name: { type: 'string' },
  };

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['anything', {}],
    ['several types', { type: ['object', 'array'], properties: {} }],
    ['alternatives of several types', { oneOf: [ref('Pet'), { type: 'array', items: {} }] }],
    ['values of several types', { enum: ['a', 1] }],
    ['a reference to nothing', ref('Missing')],
    ['null, among others', { anyOf: [ref('Pet'), { type: 'null' }] }],
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

  const either = { anyOf: [{ type: 'integer' }, { type: 'number' }] };
  const strings = { type: 'array', items: { type: 'string' } };
  const lists = { type: 'array', items: { type: 'array', items: ref('Pet') } };
  const map = { type: 'object', additionalProperties: { type: 'number' } };

  it.each<[string, unknown, string, unknown]>([
    ['a string', { type: 'string' }, 'StringValue', { type: 'string' }],
    ['a number', { type: 'integer', format: 'int64' }, 'IntegerValue', { type: 'integer' }],
    ['a string with bounds', { type: 'string', minLength: 1 }, 'x', { type: 'string', minLength: 1 }],
    ['values alone', { enum: [1, 2] }, 'x', { type: 'number', enum: [1, 2] }],
    ['a reference to a string', ref('Name'), 'Name', { type: 'string' }],
    ['alternatives of one type', either, 'x', { type: 'number', ...either }],
    ['strings', strings, 'StringList', strings],
    ['lists of lists', lists, 'PetListList', lists],
    ['a map', map, 'x', map],
  ])('of %s has a model', (_, schema, name, model) => {
    const models = modelsOf(schemas);
    expect(models.reference(schema, 'x')).toEqual(ref(name));
    expect(models.all()[name]).toEqual(model);
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

describe('a body that may be missing', () => {
  const schemas = {
    Loose: { type: 'object', properties: { a: { type: 'string' } } },
    Strict: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], minProperties: 1 },
    Either: { anyOf: [ref('Strict'), { type: 'object', required: ['b'] }] },
  };

  it('has its own model where that takes an empty object, and otherwise one that does', () => {
    const models = modelsOf(schemas);
    expect(models.optionalReference(ref('Loose'), 'x')).toEqual(ref('Loose'));
    expect(models.optionalReference(ref('Strict'), 'x')).toEqual(ref('x'));
    expect(models.optionalReference(ref('Either'), 'y')).toEqual(ref('y'));
    expect(models.all()).toEqual({ Loose: schemas.Loose, x: schemas.Loose, y: { type: 'object' } });
  });

  it('leaves the model of answers as it is', () => {
    const models = modelsOf(schemas);
    models.optionalReference(ref('Strict'), 'x');
    expect(models.reference(ref('Strict'), 'y')).toEqual(ref('Strict'));
    expect(models.all()['Strict']).toEqual(schemas.Strict);
  });

  it('has none when it is no object', () => {
    const models = modelsOf(schemas);
    expect(models.optionalReference({ type: 'array', items: ref('Strict') }, 'x')).toBeUndefined();
    expect(models.optionalReference({ type: 'string' }, 'x')).toBeUndefined();
    expect(models.all()).toEqual({});
  });
});

const answer = (schema: unknown) => ({
  responses: { 200: { description: '', content: { 'application/json': { schema } } } },
});

describe('a schema that answers have, too', () => {
  const closed = { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false };
  const modelOf = (operation: object): unknown => {
    const models = createModels([
      makeDocument({ 'get /': operation } as never, {
        components: { schemas: { Closed: closed, Page: { type: 'array', items: ref('Closed') } } },
      }),
    ]);
    models.reference(ref('Closed'), 'x');
    return models.all()['Closed'];
  };

  it('does not refuse further properties: they may be refused of the answer alone', () => {
    expect(modelOf({})).toEqual(closed);
    expect(modelOf(answer(ref('Closed')))).toEqual({ type: 'object', properties: closed.properties });
    expect(modelOf(answer(ref('Page')))).toEqual({ type: 'object', properties: closed.properties });
  });
});

describe('two documents', () => {
  it('share their schemas, the first before the second', () => {
    const models = createModels([
      makeDocument({}, { components: { schemas: { A: { type: 'number', title: 'first' } } } }),
      makeDocument({}, { components: { schemas: { A: { type: 'string' }, B: { type: 'string' } } } }),
    ]);
    models.reference(ref('A'), 'x');
    models.reference(ref('B'), 'x');
    expect(models.all()).toEqual({ A: { type: 'number', title: 'first' }, B: { type: 'string' } });
  });
});
