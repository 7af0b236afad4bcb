import { fitsModel } from './fits-model.js';

type Schema = Readonly<Record<string, unknown>>;

/** One reason why a value does not fit a model. */
export interface Misfit {
  /** JSON pointer of the part of the body; empty for the whole. */
  readonly at: string;
  /** In the words of API Gateway's validator, as far as they are known. */
  readonly message: string;
}

/** Why a value does not fit a model: every reason, from the whole to its parts. Empty if it fits. */
export function listMisfits(value: unknown, given: unknown, document: unknown): readonly Misfit[] {
  return [...find(value, given as Schema, document, '')];
}

function* find(value: unknown, given: Schema, document: unknown, at: string): Generator<Misfit> {
  const schema = resolve(given, document);
  const own = { ...schema, properties: undefined, items: undefined, additionalProperties: undefined };
  for (const keyword of Object.keys(own)) {
    const alone = withCompanions(keyword, schema);
    if (alone && !fitsModel(value, alone, document)) yield { at, message: describe(keyword, value, schema) };
  }
  if (Array.isArray(value) && schema['items'] !== undefined) {
    for (const [index, item] of value.entries())
      yield* find(item, schema['items'] as Schema, document, `${at}/${index}`);
  }
  if (isObject(value)) yield* findInMembers(value, schema, document, at);
}

function* findInMembers(value: Schema, schema: Schema, document: unknown, at: string): Generator<Misfit> {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const additional = schema['additionalProperties'] ?? true;
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(properties, name));
  for (const [name, member] of Object.entries(value)) {
    const of = Object.hasOwn(properties, name) ? properties[name] : additional;
    if (typeof of === 'object') yield* find(member, of as Schema, document, `${at}/${name}`);
  }
  if (additional === false && unknown.length > 0) {
    const message = `object instance has properties which are not allowed by the schema: ${JSON.stringify(unknown)}`;
    yield { at, message };
  }
}

/** Keywords that mean something only together. */
const COMPANIONS: Readonly<Record<string, string>> = {
  minimum: 'exclusiveMinimum',
  maximum: 'exclusiveMaximum',
};

const NOT_ALONE = [
  'exclusiveMinimum',
  'exclusiveMaximum',
  '$ref',
  'title',
  'description',
  'properties',
  'items',
];

function withCompanions(keyword: string, schema: Schema): Schema | undefined {
  if (NOT_ALONE.includes(keyword) || schema[keyword] === undefined) return undefined;
  const companion = COMPANIONS[keyword];
  return {
    [keyword]: schema[keyword],
    ...(companion !== undefined && schema[companion] !== undefined ? { [companion]: schema[companion] } : {}),
  };
}

function describe(keyword: string, value: unknown, schema: Schema): string {
  const wanted = schema[keyword];
  const shown = JSON.stringify(value);
  switch (keyword) {
    case 'type':
      return `instance type (${typeOf(value)}) does not match any allowed primitive type (allowed: ${JSON.stringify([wanted].flat())})`;
    case 'required': {
      const missing = (wanted as readonly string[]).filter((name) => !Object.hasOwn(value as object, name));
      return `object has missing required properties (${JSON.stringify(missing)})`;
    }
    case 'enum':
      return `instance value (${shown}) not found in enum (possible values: ${JSON.stringify(wanted)})`;
    case 'pattern':
      return `ECMA 262 regex "${String(wanted)}" does not match input string ${shown}`;
    case 'minLength':
      return `string ${shown} is too short (length: ${lengthOf(value)}, required minimum: ${String(wanted)})`;
    case 'maxLength':
      return `string ${shown} is too long (length: ${lengthOf(value)}, maximum allowed: ${String(wanted)})`;
    case 'minimum':
      return `numeric instance is lower than the required minimum (minimum: ${String(wanted)}, found: ${shown})`;
    case 'maximum':
      return `numeric instance is greater than the required maximum (maximum: ${String(wanted)}, found: ${shown})`;
    case 'minItems':
      return `array is too short: must have at least ${String(wanted)} elements but instance has ${lengthOf(value)} elements`;
    case 'maxItems':
      return `array is too long: must have at most ${String(wanted)} elements but instance has ${lengthOf(value)} elements`;
    default:
      return `the value does not fit \`${keyword}\` of the model`;
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? [...value].length : (value as readonly unknown[]).length;
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `#/components/schemas/Name`; a circle of names has nothing to check. */
function resolve(schema: Schema, document: unknown, passed: readonly string[] = []): Schema {
  const { $ref: reference } = schema;
  if (typeof reference !== 'string') return schema;
  const found = reference
    .split('/')
    .slice(1)
    .reduce<unknown>((owner, name) => (owner as Schema | undefined)?.[name], document);
  return isObject(found) && !passed.includes(reference)
    ? resolve(found, document, [...passed, reference])
    : {};
}
