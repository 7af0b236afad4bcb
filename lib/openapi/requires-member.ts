import type { SchemaLookup } from './find-referenced.js';
import { isNullable, isObject, type JsonObject } from './openapi.js';

/** Whether a value without a member, or with `null` there, does not fit a schema. `steps` leads to the member. */
export function requiresMember(
  given: unknown,
  [step, ...others]: readonly string[],
  lookup: SchemaLookup,
): boolean {
  const schema = lookup(given);
  if (!schema) return false;
  const { allOf, required, properties } = schema;
  if (Array.isArray(allOf) && allOf.some((part) => requiresMember(part, [step!, ...others], lookup)))
    return true;
  const member = isObject(properties) ? properties[step!] : undefined;
  const isRequired = Array.isArray(required) && required.includes(step!) && !mayBeNull(member, lookup);
  return isRequired && (others.length === 0 || requiresMember(member, others, lookup));
}

/** Also where nothing names `null`: a model without a type lets it pass. */
function mayBeNull(given: unknown, lookup: SchemaLookup): boolean {
  const schema = lookup(given);
  return !schema || isNullable(schema) || isUntyped(schema);
}

function isUntyped(schema: JsonObject): boolean {
  return schema['type'] === undefined && !('enum' in schema || 'allOf' in schema);
}
