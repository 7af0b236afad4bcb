import type { SchemaLookup } from '../../openapi/find-referenced.js';
import { isObject, type JsonObject } from '../../openapi/openapi.js';

/**
 * An operation with every variable of its path declared, as OpenAPI requires. Nest declares those that a handler
 * reads with `@Param`.
 */
export function declarePathParameters(
  operation: JsonObject,
  path: string,
  shared: unknown,
  lookup: SchemaLookup,
): JsonObject {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]!);
  if (names.length === 0) return operation;
  const own = Array.isArray(operation['parameters']) ? operation['parameters'] : [];
  const declared = [...own, ...(Array.isArray(shared) ? shared : [])].flatMap((given) => {
    const parameter = lookup(given);
    return isObject(parameter) && parameter['in'] === 'path' ? [parameter['name']] : [];
  });
  const missing = [...new Set(names)].filter((name) => !declared.includes(name));
  if (missing.length === 0) return operation;
  const added = missing.map((name) => ({ name, required: true, in: 'path', schema: { type: 'string' } }));
  return { ...operation, parameters: [...own, ...added] };
}
