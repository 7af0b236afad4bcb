import { isObject, type JsonObject } from './openapi.js';

export interface SchemaPart {
  readonly schema: JsonObject;
  /** The member that it describes, such as `address.city` or `tags[]`; empty for the schema itself. */
  readonly path: string;
}

/** Keywords that hold a schema, or a list of them, for the items or further members of what they describe. */
const OF_ITEMS = [
  'items',
  'prefixItems',
  'contains',
  'unevaluatedItems',
  'additionalProperties',
  'unevaluatedProperties',
];
/** The same for what is described itself. */
const OF_ITSELF = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'];
/** Keywords that hold schemas by name. */
const MAPS = ['patternProperties', 'dependentSchemas', '$defs', 'definitions'];

/** Every schema inside a schema, itself first. References are not followed, and data such as examples is not read. */
export function* walkSchema(schema: unknown, path = ''): Generator<SchemaPart> {
  if (!isObject(schema)) return;
  yield { schema, path };
  const { properties } = schema;
  for (const [name, property] of Object.entries(isObject(properties) ? properties : {})) {
    yield* walkSchema(property, path ? `${path}.${name}` : name);
  }
  for (const [keywords, step] of [
    [OF_ITEMS, '[]'],
    [OF_ITSELF, ''],
  ] as const) {
    for (const member of keywords.flatMap((keyword) => schema[keyword]))
      yield* walkSchema(member, path + step);
  }
  for (const keyword of MAPS) {
    const named = schema[keyword];
    for (const member of Object.values(isObject(named) ? named : {})) yield* walkSchema(member, path);
  }
}
