import type { JsonObject } from './openapi.js';

/** Whether a schema adds `null` to its type, in the words of OpenAPI 3.0 or 3.1. */
export function isNullable({ nullable, type }: JsonObject): boolean {
  return nullable === true || type === 'null' || (Array.isArray(type) && type.includes('null'));
}
