import type { Referenced } from '../../../openapi/find-referenced.js';
import { isNullable, isObject, type Json, type JsonObject } from '../../../openapi/openapi.js';

export type FindReferenced = (reference: unknown) => Referenced | undefined;

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: isObject,
};

export function typeOf(schema: JsonObject): string | undefined {
  const given = schema['type'];
  const types = (Array.isArray(given) ? given : [given]).filter((type) => type !== 'null');
  const type: unknown = types.length === 1 ? types[0] : undefined;
  if (typeof type !== 'string' || !Object.hasOwn(TYPES, type)) return undefined;
  // Nest documents a named enum as a string when it does not know more: its values then show the type.
  const values = valuesOf(schema);
  return values?.every((value) => value === null || TYPES[type]!(value)) === false ? undefined : type;
}

/** The values that a schema names, each once. */
export function valuesOf(schema: JsonObject): readonly Json[] | undefined {
  const values = 'const' in schema ? [schema['const'] ?? null] : schema['enum'];
  if (!Array.isArray(values) || values.length === 0) return undefined;
  return [...new Map(values.map((value) => [JSON.stringify(value), value as Json])).values()];
}

/** Whether a schema names `null`, which its model then lets pass. Without a type nothing is to be done for it. */
export function acceptsNull(schema: JsonObject): boolean {
  if (isNullable(schema) || schema['const'] === null) return true;
  if (Array.isArray(schema['enum']) && schema['enum'].includes(null)) return true;
  return [schema['anyOf'], schema['oneOf']].some(
    (members) => Array.isArray(members) && members.some((member) => isObject(member) && acceptsNull(member)),
  );
}

/** The only JSON type that a schema accepts; absent when it accepts several, or none is known. */
export function kindOf(
  schema: unknown,
  find: FindReferenced,
  known = new Map<unknown, string | undefined>(),
): string | undefined {
  if (!known.has(schema)) {
    // For the time being: a schema in itself has no kind.
    known.set(schema, undefined);
    known.set(
      schema,
      readKind(schema, find, (member) => kindOf(member, find, known)),
    );
  }
  return known.get(schema);
}

function readKind(
  schema: unknown,
  find: FindReferenced,
  kind: (member: unknown) => string | undefined,
): string | undefined {
  if (!isObject(schema) || acceptsNull(schema) || isUnknownObject(schema)) return undefined;
  if ('$ref' in schema) return kind(find(schema['$ref'])?.value);
  const type = typeOf(schema);
  if (type !== undefined) return type;
  const values = valuesOf(schema);
  if (values) return sameKind(values.map(kindOfValue));
  if (Array.isArray(schema['type'])) return undefined;
  if (isObject(schema['properties'])) return 'object';
  // What all must fit has the type of any; what one must fit has the type that they share.
  const parts = Array.isArray(schema['allOf']) ? schema['allOf'].map(kind) : [];
  const first = parts.find((part) => part !== undefined);
  if (first !== undefined) return first;
  const alternatives = [schema['anyOf'], schema['oneOf']].find(Array.isArray);
  return alternatives ? sameKind(alternatives.map(kind)) : undefined;
}

function kindOfValue(value: unknown): string | undefined {
  return Object.keys(TYPES).find((type) => type !== 'integer' && TYPES[type]!(value));
}

function sameKind(kinds: readonly (string | undefined)[]): string | undefined {
  const distinct = new Set(kinds);
  if (distinct.size === 2 && distinct.has('integer') && distinct.has('number')) return 'number';
  return distinct.size === 1 ? kinds[0] : undefined;
}

/** What a request may leave out although it is required: what only answers hold, and what has a default. */
export function listOmissible(
  schema: unknown,
  find: FindReferenced,
  seen = new Set<unknown>(),
): readonly string[] {
  if (!isObject(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const { properties, allOf } = schema;
  return [
    ...Object.entries(isObject(properties) ? properties : {})
      .filter(([, property]) => isFree(property, find))
      .map(([name]) => name),
    ...(Array.isArray(allOf) ? allOf.flatMap((part) => listOmissible(part, find, seen)) : []),
    ...listOmissible(find(schema['$ref'])?.value, find, seen),
  ];
}

function isFree(schema: unknown, find: FindReferenced, seen = new Set<unknown>()): boolean {
  if (!isObject(schema) || seen.has(schema)) return false;
  seen.add(schema);
  if (schema['readOnly'] === true || 'default' in schema) return true;
  const parts = Array.isArray(schema['allOf']) ? schema['allOf'] : [];
  return [...parts, find(schema['$ref'])?.value].some((part) => isFree(part, find, seen));
}

export function requiredOf({ required }: JsonObject): readonly string[] {
  return Array.isArray(required)
    ? [...new Set(required.filter((name): name is string => typeof name === 'string'))]
    : [];
}

/** Keywords that do not restrict values. */
const NOTE = /^(title|description|deprecated|examples?|default|readOnly|writeOnly|externalDocs|x-.*)$/;

/** Nest's way to write notes beside a reference, `allOf` of only that, is the reference: it has its own model. */
export function unwrapReference(schema: unknown): unknown {
  if (!isObject(schema) || !Array.isArray(schema['allOf']) || schema['allOf'].length !== 1) return schema;
  const only: unknown = schema['allOf'][0];
  const plain = Object.keys(schema).every((keyword) => keyword === 'allOf' || NOTE.test(keyword));
  return plain && isObject(only) && '$ref' in only ? only : schema;
}

/**
 * Nest's word for a type that it cannot see, such as `string | number`, and for a class without documented members, such
 * as `ObjectId` or `URL`: an object of which nothing is known.
 */
export function isUnknownObject(schema: unknown): boolean {
  if (!isObject(schema) || schema['type'] !== 'object') return false;
  const { properties } = schema;
  if (isObject(properties) && Object.keys(properties).length > 0) return false;
  return !OBJECT_KEYWORDS.some((word) => word in schema);
}

const OBJECT_KEYWORDS = [
  'patternProperties',
  'additionalProperties',
  'propertyNames',
  'required',
  'minProperties',
  'maxProperties',
  'allOf',
  'anyOf',
  'oneOf',
];
