import { isObject, parseReference, type JsonObject, type OpenApiDocument } from '../../model/openapi.js';
import { acceptsNull, readPattern, requiredOf, typeOf } from './read-schema.js';

/**
 * The models of the API: the schemas that its operations refer to, as API Gateway imports them (JSON Schema draft 4,
 * alphanumeric names). What a model cannot say is left out or loosened: a model may accept more than the
 * application does, never less.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export interface Models {
  /**
   * A reference to the model of a body, named after `name` when its schema has no name of its own. Absent where API
   * Gateway takes no model: it holds objects and arrays only.
   */
  reference(schema: unknown, name: string): JsonObject | undefined;
  /** Every model referred to so far, sorted by name. */
  all(): JsonObject;
}

const SCHEMA_REFERENCE = '#/components/schemas/';
/** Keywords taken over as they are, with the type of their value. */
const KEYWORDS = Object.entries({
  title: 'string',
  description: 'string',
  minLength: 'number',
  maxLength: 'number',
  minimum: 'number',
  maximum: 'number',
  multipleOf: 'number',
  minItems: 'number',
  maxItems: 'number',
  uniqueItems: 'boolean',
  minProperties: 'number',
  maxProperties: 'number',
});

export function createModels(documents: readonly OpenApiDocument[]): Models {
  const schemas = new Map<string, unknown>();
  for (const document of documents) {
    for (const [name, schema] of Object.entries(document.components?.['schemas'] ?? {})) {
      if (!schemas.has(name)) schemas.set(name, schema);
    }
  }
  const taken = new Set<string>();
  const names = new Map([...schemas.keys()].toSorted().map((name) => [name, allocate(taken, name)]));
  const models = new Map<string, JsonObject>();
  const inlineNames = new Map<string, string>();

  const referenced = new Map<unknown, string | undefined>();
  function nameOf(reference: unknown): string | undefined {
    if (typeof reference !== 'string') return undefined;
    if (!referenced.has(reference)) {
      const found = parseReference(reference);
      const known = found?.section === 'schemas' && schemas.has(found.name);
      referenced.set(reference, known ? found.name : undefined);
    }
    return referenced.get(reference);
  }

  function referenceTo(name: string): JsonObject {
    const modelName = names.get(name)!;
    if (!models.has(modelName)) {
      // Entered before it is converted: a model may refer to itself.
      models.set(modelName, {});
      models.set(modelName, asModel(convert(schemas.get(name), [name])));
    }
    return { $ref: SCHEMA_REFERENCE + modelName };
  }

  /** `inside` holds the named schemas that are being written out in place. */
  function convert(schema: unknown, inside: readonly string[]): JsonObject {
    if (!isObject(schema)) return {};
    const name = nameOf(schema['$ref']);
    if (name !== undefined) {
      if (acceptsNull(schema)) return {};
      if (isModel(schemas.get(name), [])) return referenceTo(name);
      return inside.includes(name) ? {} : convert(schemas.get(name), [...inside, name]);
    }
    if ('$ref' in schema) return {};

    const nullable = acceptsNull(schema);
    const converted: Record<string, unknown> = {};
    const type = typeOf(schema);
    // A draft 4 model cannot say "or null" in a way that import takes: without a type, null passes.
    if (type !== undefined && !nullable) converted['type'] = type;
    for (const [keyword, kind] of KEYWORDS) {
      if (typeof schema[keyword] === kind) converted[keyword] = schema[keyword];
    }
    const values = 'const' in schema ? [schema['const']] : schema['enum'];
    if (Array.isArray(values) && values.length > 0 && !nullable) converted['enum'] = values;
    const pattern = readPattern(schema['pattern']);
    if (pattern !== undefined) converted['pattern'] = pattern;

    if (isObject(schema['properties'])) {
      converted['properties'] = mapValues(schema['properties'], (property) => convert(property, inside));
    }
    const required = requiredOf(schema);
    if (required.length > 0) converted['required'] = required;
    // Without the patterns beside it, `additionalProperties` would refuse what they allow.
    if ('additionalProperties' in schema && !('patternProperties' in schema)) {
      const additional = schema['additionalProperties'];
      converted['additionalProperties'] =
        typeof additional === 'boolean' ? additional : convert(additional, inside);
    }
    if (type === 'array' || isObject(schema['items'])) {
      converted['items'] = 'prefixItems' in schema ? {} : convert(schema['items'], inside);
    }
    if (nullable) return converted;
    return convertComposition(schema, converted, inside);
  }

  /** Alternatives are written out: import rejects references in a composition. */
  function convertComposition(
    schema: JsonObject,
    converted: Record<string, unknown>,
    inside: readonly string[],
  ): JsonObject {
    const inline = (member: unknown): JsonObject => {
      const name = isObject(member) ? nameOf(member['$ref']) : undefined;
      if (name === undefined) return convert(member, inside);
      return inside.includes(name) ? {} : convert(schemas.get(name), [...inside, name]);
    };
    // `oneOf` becomes `anyOf`: of alternatives that had to be loosened, more than one may match.
    const alternatives = [schema['anyOf'], schema['oneOf']].filter(Array.isArray);
    for (const members of alternatives) {
      const written = members.map(inline);
      // An alternative that accepts everything makes the whole composition say nothing.
      if (written.every((member) => Object.keys(member).length > 0)) {
        if ('anyOf' in converted) continue;
        converted['anyOf'] = written;
        if (written.every((member) => member['type'] === 'object')) converted['type'] ??= 'object';
      }
    }
    if (!Array.isArray(schema['allOf'])) return converted;
    return mergeAll([...schema['allOf'].map(inline), converted]);
  }

  function isModel(schema: unknown, inside: readonly string[]): boolean {
    if (!isObject(schema) || acceptsNull(schema)) return false;
    const name = nameOf(schema['$ref']);
    if (name !== undefined) return !inside.includes(name) && isModel(schemas.get(name), [...inside, name]);
    const type = typeOf(schema);
    if (type !== undefined) return type === 'object' || type === 'array';
    if (isObject(schema['properties'])) return true;
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const members = schema[keyword];
      if (Array.isArray(members) && members.length > 0)
        return members.every((member) => isModel(member, inside));
    }
    return false;
  }

  return {
    reference(schema, name) {
      if (!isModel(schema, [])) return undefined;
      const own = isObject(schema) ? nameOf(schema['$ref']) : undefined;
      if (own !== undefined) return referenceTo(own);
      const converted = asModel(convert(schema, []));
      const text = JSON.stringify(converted);
      const known = inlineNames.get(text);
      if (known !== undefined) return { $ref: SCHEMA_REFERENCE + known };
      const modelName = allocate(taken, listName(converted) ?? name);
      inlineNames.set(text, modelName);
      models.set(modelName, converted);
      return { $ref: SCHEMA_REFERENCE + modelName };
    },
    all: () => Object.fromEntries([...models].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Model names are letters and digits; what is left of two names may be the same. */
function allocate(taken: Set<string>, name: string): string {
  const plain = name.replace(/[^A-Za-z0-9]/g, '') || 'Model';
  let free = plain;
  for (let count = 2; taken.has(free); count += 1) free = `${plain}${count}`;
  taken.add(free);
  return free;
}

function listName(schema: JsonObject): string | undefined {
  const items = schema['items'];
  const reference = isObject(items) ? items['$ref'] : undefined;
  return typeof reference === 'string' ? `${reference.slice(SCHEMA_REFERENCE.length)}List` : undefined;
}

function asModel(schema: JsonObject): JsonObject {
  return 'type' in schema || '$ref' in schema ? schema : { type: 'object', ...schema };
}

/** `allOf` of plain objects is one object; of anything else it stays a composition. */
function mergeAll(members: readonly JsonObject[]): JsonObject {
  const parts = members.filter((member) => Object.keys(member).length > 0);
  const plain = parts.every((part) => !['anyOf', 'allOf', 'enum', '$ref'].some((keyword) => keyword in part));
  const objects = parts.every((part) => (part['type'] ?? 'object') === 'object');
  if (!plain || !objects) return parts.length === 1 ? parts[0]! : { allOf: parts };
  const properties = parts.flatMap((part) =>
    Object.entries((part['properties'] as JsonObject | undefined) ?? {}),
  );
  const required = [
    ...new Set(parts.flatMap((part) => (part['required'] as readonly string[] | undefined) ?? [])),
  ];
  // No part that speaks of a type may mean that null passes.
  const merged: Record<string, unknown> = Object.assign({}, ...parts);
  // Each part would refuse the others' properties.
  delete merged['additionalProperties'];
  if (properties.length > 0) merged['properties'] = Object.fromEntries(properties);
  if (required.length > 0) merged['required'] = required;
  return merged;
}

function mapValues(object: JsonObject, change: (value: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
