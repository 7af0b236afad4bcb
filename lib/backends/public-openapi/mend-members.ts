import { isObject, type Json, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';
import { isSchemaMember, listUnknownMembers } from './known-members.js';
import { mapOpenApi } from './map-openapi.js';

type Members = Record<string, Json | undefined>;

/**
 * Members that the document's version of OpenAPI does not know, where they have one meaning: keywords of JSON Schema in
 * OpenAPI 3.0, and what Nest leaves of a DTO's member on its parameter. A rule reports the others.
 */
export function mendMembers(document: OpenApiDocument): OpenApiDocument {
  const is30 = (document.openapi ?? '3.0').startsWith('3.0');
  return mapOpenApi(document, (object, kind) => {
    if (kind === 'schema') return is30 ? mendSchema30(object) : mendSchema31(object);
    if (kind !== 'parameter' && kind !== 'header') return object;
    const unknown = listUnknownMembers(object, kind, is30);
    return unknown.length > 0 ? mendParameter(object, unknown) : object;
  });
}

/** What Nest records about a parameter for its own use. */
const OF_NEST = ['isArray', 'selfRequired', 'enumName', 'enumSchema'];

/** Keywords that stand beside the schema belong into it. */
function mendParameter(parameter: JsonObject, unknown: readonly string[]): JsonObject {
  const keywords = unknown.filter(isSchemaMember);
  const { schema = {} } = parameter;
  const left = without(parameter, [...OF_NEST, ...keywords]);
  if (keywords.length === 0 || 'content' in parameter || !isObject(schema)) return left;
  const moved = pick(parameter, keywords);
  return {
    ...left,
    schema: '$ref' in schema ? { allOf: [schema], ...moved } : { ...moved, ...schema },
  };
}

const ANNOTATIONS = ['$schema', '$id', '$anchor', '$comment'];

function mendSchema30(schema: JsonObject): JsonObject {
  if ('$ref' in schema) return schema;
  const { type, examples, contentEncoding: encoding, contentMediaType } = schema;
  const unknown = listUnknownMembers(schema, 'schema', true);
  const isBound =
    typeof schema['exclusiveMinimum'] === 'number' || typeof schema['exclusiveMaximum'] === 'number';
  if (unknown.length === 0 && !isBound && !Array.isArray(type) && type !== 'null') return schema;
  const mended: Members = without(schema, ANNOTATIONS);
  if ('const' in mended) {
    mended['enum'] ??= [mended['const'] ?? null];
    delete mended['const'];
  }
  if (Array.isArray(examples)) {
    if (examples.length > 0) mended['example'] ??= examples[0]!;
    delete mended['examples'];
  }
  if (encoding === 'base64' || (encoding === undefined && typeof contentMediaType === 'string')) {
    mended['format'] ??= encoding === 'base64' ? 'byte' : 'binary';
    delete mended['contentEncoding'];
    delete mended['contentMediaType'];
  }
  for (const end of ['Minimum', 'Maximum']) {
    if (typeof schema[`exclusive${end}`] === 'number') mendBound(mended, end);
  }
  if (Array.isArray(type) || type === 'null') mendTypes(mended, [type].flat());
  return mended;
}

/** In 3.0 an exclusive bound is a flag beside the bound. */
function mendBound(mended: Members, end: string): void {
  const [bound, exclusive] = [mended[end.toLowerCase()], mended[`exclusive${end}`] as number];
  const isWider = typeof bound === 'number' && (end === 'Minimum' ? bound > exclusive : bound < exclusive);
  if (isWider) delete mended[`exclusive${end}`];
  else Object.assign(mended, { [end.toLowerCase()]: exclusive, [`exclusive${end}`]: true });
}

/** In 3.0 a schema has one type, and a flag for null. */
function mendTypes(mended: Members, types: readonly Json[]): void {
  const others = types.filter((type) => type !== 'null');
  const nullable = others.length < types.length ? { nullable: true } : {};
  delete mended['type'];
  if (others.length === 1) Object.assign(mended, { type: others[0], ...nullable });
  else if (others.length === 0) Object.assign(mended, { nullable: true, enum: [null] });
  else if (!('anyOf' in mended))
    mended['anyOf'] = others.map((type) => ({ type, ...nullable }) as JsonObject);
}

/** Since 3.1 an exclusive bound is a number. */
function mendSchema31(schema: JsonObject): JsonObject {
  const flags = ['Minimum', 'Maximum'].filter((end) => typeof schema[`exclusive${end}`] === 'boolean');
  if (flags.length === 0) return schema;
  const mended: Members = { ...schema };
  for (const end of flags) {
    const bound = end.toLowerCase();
    if (schema[`exclusive${end}`] === true && typeof schema[bound] === 'number') {
      mended[`exclusive${end}`] = schema[bound];
      delete mended[bound];
    } else delete mended[`exclusive${end}`];
  }
  return mended;
}

function without(object: JsonObject, keys: readonly string[]): Members {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

function pick(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(keys.map((key) => [key, object[key]]));
}
