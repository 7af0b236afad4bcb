import type { JsonObject } from '../../../openapi/openapi.js';

/** Headers as a response declares them, by name. */
export function declareHeaders(names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, { schema: { type: 'string' } }]));
}
