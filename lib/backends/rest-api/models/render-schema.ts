import type { Referenced } from '../../../openapi/find-referenced.js';
import { isComposed } from '../../../openapi/is-composed.js';
import { isObject, type Json, type JsonObject } from '../../../openapi/openapi.js';
import { mergeSchemas } from './merge-schemas.js';
import { readPattern } from './read-pattern.js';
import {
  acceptsNull,
  isUnknownObject,
  kindOf,
  listOmissible,
  requiredOf,
  typeOf,
  unwrapReference,
  valuesOf,
  type FindReferenced,
} from './read-schema.js';

/** What stands around a schema that is written. */
export interface SchemaScope {
  /** The schemas that are being written out in place: one in itself has no end. */
  readonly inside: readonly unknown[];
  /** Properties that need not be there, whatever a part of the schema says. */
  readonly free: ReadonlySet<string>;
  /** The named schemas that it is a part of. If an answer has one, further properties pass although it refuses them. */
  readonly names: readonly string[];
  /** How many named schemas the model may still write out in place. Less than none: some were left out. */
  readonly budget: { left: number };
}

export interface SchemaSource {
  readonly find: FindReferenced;
  /** A reference to the model of a named schema. */
  refer(name: string): JsonObject;
  /** Whether an answer has a named schema. */
  readonly isOpen: (name: string) => boolean;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
/** Keywords taken over as they are, with what their value has to be: import refuses any other. */
const KEYWORDS = Object.entries({
  title: isText,
  description: isText,
  minLength: isCount,
  maxLength: isCount,
  minimum: Number.isFinite,
  maximum: Number.isFinite,
  multipleOf: (value: unknown) => Number.isFinite(value) && (value as number) > 0,
  minItems: isCount,
  maxItems: isCount,
  uniqueItems: isFlag,
  minProperties: isCount,
  maxProperties: isCount,
});

const REQUIRING = ['required', 'allOf', 'anyOf', 'oneOf'];
export const NONE: ReadonlySet<string> = new Set();

/** A schema in the words of a model, which accepts all that the schema does. */
export function renderSchema(schema: unknown, source: SchemaSource, scope: SchemaScope): JsonObject {
  if (!isObject(schema)) return {};
  if ('$ref' in schema) return renderReference(schema, source, scope);
  const nullable = acceptsNull(schema);
  const isUnknown = isUnknownObject(schema);
  const type = isUnknown ? undefined : typeOf(schema);
  const values = valuesOf(schema);
  const pattern = readPattern(schema['pattern']);
  const properties = schema['properties'];
  // Terraform would change these names and values, and require what no caller sends.
  const isWhole = !isObject(properties) || Object.keys(properties).every(isComposed);
  // Most schemas require nothing, and are not compositions whose parts might.
  const free = REQUIRING.some((keyword) => keyword in schema)
    ? new Set([...scope.free, ...listOmissible(schema, source.find)])
    : scope.free;
  const required = requiredOf(schema).filter((name) => !free.has(name) && isComposed(name));
  const inner: SchemaScope = scope.free === NONE ? scope : { ...scope, free: NONE };
  const member = (given: unknown): JsonObject => {
    const target = unwrapReference(given);
    return renderSchema(isModel(target, source) ? target : given, source, inner);
  };

  const written: Record<string, Json | undefined> = {};
  // A draft 4 model cannot say "or null" in a way that import takes: without a type, null passes.
  if (type !== undefined && !nullable) written['type'] = type;
  for (const [keyword, fits] of KEYWORDS) {
    if (keyword in schema && fits(schema[keyword])) written[keyword] = schema[keyword];
  }
  if (values?.every(isKept) && !nullable) written['enum'] = values;
  if (pattern !== undefined && isComposed(pattern)) written['pattern'] = pattern;
  if (isObject(properties) && !isUnknown) written['properties'] = mapComposed(properties, member);
  if (required.length > 0) written['required'] = required;
  // Without the patterns beside it, `additionalProperties` would refuse what they allow.
  if ('additionalProperties' in schema && !('patternProperties' in schema) && isWhole) {
    const additional = schema['additionalProperties'];
    if (typeof additional !== 'boolean')
      written['additionalProperties'] = renderSchema(additional, source, inner);
    else if (additional || !scope.names.some(source.isOpen)) written['additionalProperties'] = additional;
  }
  if (type === 'array' || isObject(schema['items'])) {
    written['items'] = 'prefixItems' in schema ? {} : member(schema['items']);
  }
  return nullable ? written : renderComposition(schema, written, source, { ...scope, free });
}

/** Named objects and arrays are models of their own; anything else is written out. */
function isModel(schema: unknown, { find }: SchemaSource): boolean {
  if (!isObject(schema) || find(schema['$ref'])?.name === undefined) return false;
  return ['object', 'array'].includes(kindOf(schema, find) ?? '');
}

function renderReference(schema: JsonObject, source: SchemaSource, scope: SchemaScope): JsonObject {
  const found = source.find(schema['$ref']);
  if (!found || acceptsNull(schema)) return {};
  return isModel(schema, source) ? source.refer(found.name!) : renderInPlace(found, source, scope);
}

function renderInPlace({ name, value }: Referenced, source: SchemaSource, scope: SchemaScope): JsonObject {
  if (scope.inside.includes(value)) return {};
  const { inside, free, names, budget } = scope;
  budget.left -= 1;
  if (budget.left < 0) return {};
  return renderSchema(value, source, {
    inside: [...inside, value],
    free,
    names: name === undefined ? names : [...names, name],
    budget,
  });
}

/** Alternatives are written out: import rejects references in a composition. */
function renderComposition(
  schema: JsonObject,
  written: Record<string, Json | undefined>,
  source: SchemaSource,
  scope: SchemaScope,
): JsonObject {
  const target = (member: unknown): Referenced | undefined =>
    isObject(member) && '$ref' in member ? source.find(member['$ref']) : undefined;
  const isInside = (member: unknown): boolean => {
    const found = target(member);
    return found !== undefined && scope.inside.includes(found.value);
  };
  const inPlace = (member: unknown): JsonObject => {
    const found = target(member);
    return found ? renderInPlace(found, source, scope) : renderSchema(member, source, scope);
  };
  // `oneOf` becomes `anyOf`: of alternatives that had to be loosened, more than one may match.
  for (const members of [schema['anyOf'], schema['oneOf']].filter(Array.isArray)) {
    const kind = kindOf(schema, source.find);
    if (kind !== undefined) written['type'] ??= kind;
    const alternatives = members.some(isInside) ? [] : members.map(inPlace);
    // An alternative that accepts everything makes the whole composition say nothing.
    const says = alternatives.length > 0 && alternatives.every((member) => Object.keys(member).length > 0);
    if (says) written['anyOf'] ??= alternatives;
  }
  return Array.isArray(schema['allOf']) ? mergeSchemas([...schema['allOf'].map(inPlace), written]) : written;
}

function mapComposed(object: JsonObject, change: (value: unknown) => Json): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => (isComposed(key) ? [[key, change(value)]] : [])),
  );
}

/** An object among the values is TypeScript's enum: `enum: [Color]` instead of `enum: Color`. */
const isKept = (value: unknown): boolean =>
  typeof value === 'string' ? isComposed(value) : !isObject(value);
