import { testJudge, testSilence, USER } from '../support/test-judge.js';

const MODELS = ['components', 'schemas'];
const NAME = [...USER, 'properties', 'name'];
const MODEL = 'Invalid model specified:';
const unsupported = (keyword: string): string => `Unsupported keyword(s): ["${keyword}"]`;

testJudge('models', [
  ['rejected', 'Model name must be alphanumeric: Page_User', [...MODELS, 'Page_User'], { type: 'object' }],
  ['rejected', 'Model name must be alphanumeric: Über', [...MODELS, 'Über'], { type: 'object' }],
  ['rejected', 'is a reference to itself', [...MODELS, 'Self'], { $ref: '#/components/schemas/Self' }],
  ['rejected', `${MODEL} no schema`, [...MODELS, 'List'], []],
  ['rejected', unsupported('example'), [...NAME, 'example'], 'x'],
  ['rejected', unsupported('nullable'), [...NAME, 'nullable'], true],
  ['rejected', unsupported('discriminator'), [...USER, 'discriminator'], { propertyName: 'name' }],
  ['rejected', unsupported('readOnly'), [...NAME, 'readOnly'], true],
  ['rejected', unsupported('default'), [...NAME, 'default'], 'x'],
  ['rejected', unsupported('deprecated'), [...NAME, 'deprecated'], true],
  ['rejected', unsupported('exclusiveMinimum'), [...USER, 'properties', 'age', 'exclusiveMinimum'], true],
  ['rejected', unsupported('x-own'), [...USER, 'additionalProperties'], { 'x-own': 1 }],
  ['rejected', unsupported('const'), [...USER, 'not'], { const: 1 }],
  ['rejected', unsupported('xml'), [...USER, 'properties', 'tags', 'items', 'xml'], {}],
  ['dropped', 'the format int32', [...USER, 'properties', 'age', 'format'], 'int32'],
  ['rejected', 'no type of a model: ["string","null"]', [...NAME, 'type'], ['string', 'null']],
  ['rejected', 'no type of a model: "file"', [...NAME, 'type'], 'file'],
  ['rejected', 'an array has items', [...USER, 'properties', 'tags', 'items'], undefined],
  ['rejected', 'keywords beside $ref', [...USER, 'properties', 'parent', 'description'], 'x'],
  ['rejected', 'must be in canonical form', [...USER, 'properties', 'parent', '$ref'], './user.json'],
  [
    'rejected',
    'must be in canonical form',
    [...USER, 'properties', 'parent', '$ref'],
    '#/components/schemas/No',
  ],
  ['rejected', 'a $ref in anyOf', [...USER, 'anyOf'], [{ $ref: '#/components/schemas/User' }]],
  ['rejected', 'allOf has members', [...USER, 'allOf'], []],
  ['rejected', 'required is a list of distinct names', [...USER, 'required'], ['name', 'name']],
  ['rejected', 'required is a list of distinct names', [...USER, 'required'], []],
  ['rejected', 'required is a list of distinct names', [...NAME, 'required'], true],
  ['rejected', 'enum is a list of distinct values', [...NAME, 'enum'], []],
  ['rejected', 'enum is a list of distinct values', [...NAME, 'enum'], ['a', 'a']],
  ['rejected', 'no regular expression: [', [...NAME, 'pattern'], '['],
  ['rejected', 'maxLength is a count', [...NAME, 'maxLength'], -1],
  ['rejected', 'maximum is a number', [...USER, 'properties', 'age', 'maximum'], '3'],
  ['rejected', 'multipleOf is above nought', [...USER, 'properties', 'age', 'multipleOf'], 0],
  ['rejected', 'description is a text', [...NAME, 'description'], null],
  ['rejected', 'uniqueItems is a boolean', [...USER, 'properties', 'tags', 'uniqueItems'], 'yes'],
]);

testSilence('models', [
  ['a model of anything', [...MODELS, 'Empty'], {}],
  ['a model of anything, described', [...MODELS, 'Empty'], { title: 'Anything' }],
  [
    'a circle through a property',
    [...MODELS, 'Node'],
    { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } },
  ],
  ['a property named like a keyword', [...USER, 'properties', 'nullable'], { type: 'boolean' }],
  ['a property named $ref', [...USER, 'properties', '$ref'], { type: 'string' }],
  ['a format of a text', [...NAME, 'format'], 'byte'],
  ['a property of any type', [...USER, 'properties', 'any'], {}],
]);
