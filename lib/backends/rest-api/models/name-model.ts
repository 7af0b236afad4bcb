import { takeFreeName } from '../../../model/take-free-name.js';
import { isObject, type JsonObject } from '../../../openapi/openapi.js';

export const SCHEMA_REFERENCE = '#/components/schemas/';

/** Model names are letters and digits; what is left of two names may be the same. */
export function allocateName(taken: Set<string>, name: string): string {
  return takeFreeName(taken, name.replace(/[^A-Za-z0-9]/g, '') || 'Model', '');
}

/** What is named after its shape, so that it is the same model wherever it stands: `UserList`, `StringValue`. */
export function nameShape(schema: JsonObject): string | undefined {
  const { type, items } = schema;
  if (type !== 'array') return Object.keys(schema).join() === 'type' ? nameItem(schema, 'Value') : undefined;
  return isObject(items) ? nameItem(items, 'List') : undefined;
}

function nameItem(schema: JsonObject, suffix: string): string | undefined {
  const { $ref, type, items } = schema;
  if (typeof $ref === 'string') return $ref.slice(SCHEMA_REFERENCE.length) + suffix;
  if (type === 'array') {
    const name = isObject(items) ? nameItem(items, 'List') : undefined;
    return name && name + suffix;
  }
  return typeof type === 'string' && type !== 'object'
    ? `${type[0]!.toUpperCase()}${type.slice(1)}${suffix}`
    : undefined;
}
