import { isObject, type JsonObject } from './openapi.js';

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
/** Keywords that hold schemas by names that are not part of the path. */
const MAPS: ReadonlySet<string> = new Set(['patternProperties', 'dependentSchemas', '$defs', 'definitions']);

/**
 * Visits every schema inside a schema, itself first. References are not followed, and data such as examples is not read.
 *
 * @param visit gets each schema with the path of the member that it describes, such as `address.city` or `tags[]`; the
 * path of the schema itself is empty
 */
export function walkSchema(
  schema: unknown,
  visit: (schema: JsonObject, path: string) => void,
  path = '',
): void {
  if (!isObject(schema)) return;
  visit(schema, path);
  for (const keyword in schema) {
    const value = schema[keyword];
    if (typeof value !== 'object' || value === null) continue;
    const step = HOLDERS.get(keyword);
    if (step !== undefined) {
      if (Array.isArray(value)) for (const member of value) walkSchema(member, visit, path + step);
      else walkSchema(value, visit, path + step);
    } else if (MAPS.has(keyword)) {
      for (const member of Object.values(value)) walkSchema(member, visit, path);
    } else if (keyword === 'properties' && isObject(value)) {
      for (const name in value) walkSchema(value[name], visit, path ? `${path}.${name}` : name);
    }
  }
}
