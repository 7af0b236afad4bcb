import { isObject, type JsonObject } from './openapi.js';

export interface SchemaPart {
  readonly schema: JsonObject;
  /** The member that it describes, such as `address.city` or `tags[]`; empty for the schema itself. */
  readonly path: string;
}

/** Keywords that hold a schema, or a list of them, and what they add to the path of what they describe. */
const HOLDERS: ReadonlyMap<string, string> = new Map([
  ['items', '[]'],
  ['prefixItems', '[]'],
  ['contains', '[]'],
  ['unevaluatedItems', '[]'],
  ['additionalProperties', '[]'],
  ['unevaluatedProperties', '[]'],
  ['allOf', ''],
  ['anyOf', ''],
  ['oneOf', ''],
  ['not', ''],
  ['if', ''],
  ['then', ''],
  ['else', ''],
]);
/** Keywords that hold schemas by names that say nothing of the path. */
const MAPS: ReadonlySet<string> = new Set(['patternProperties', 'dependentSchemas', '$defs', 'definitions']);

/** Every schema inside a schema, itself first. References are not followed, and data such as examples is not read. */
export function* walkSchema(schema: unknown, path = ''): Generator<SchemaPart> {
  if (!isObject(schema)) return;
  yield { schema, path };
  for (const [keyword, value] of Object.entries(schema)) {
    if (typeof value !== 'object' || value === null) continue;
    const step = HOLDERS.get(keyword);
    if (step !== undefined) {
      for (const member of [value].flat()) yield* walkSchema(member, path + step);
    } else if (MAPS.has(keyword)) {
      for (const member of Object.values(value)) yield* walkSchema(member, path);
    } else if (keyword === 'properties' && isObject(value)) {
      for (const [name, property] of Object.entries(value)) {
        yield* walkSchema(property, path ? `${path}.${name}` : name);
      }
    }
  }
}
