import type { Json, JsonObject } from '../../../openapi/openapi.js';

const isNote = (keyword: string): boolean => keyword === 'title' || keyword === 'description';

/** `allOf` of plain objects, or of one schema and notes to it, is one schema; of anything else it stays a composition. */
export function mergeSchemas(members: readonly JsonObject[]): JsonObject {
  const parts = members.filter((member) => Object.keys(member).length > 0);
  const speaking = parts.filter((part) => !Object.keys(part).every(isNote));
  if (speaking.length < 2) return Object.assign({}, ...parts);
  const plain = parts.every((part) => !['anyOf', 'allOf', 'enum', '$ref'].some((keyword) => keyword in part));
  const objects = parts.every((part) => (part['type'] ?? 'object') === 'object');
  if (!plain || !objects) return { allOf: parts };
  const properties = parts.flatMap((part) =>
    Object.entries((part['properties'] as JsonObject | undefined) ?? {}),
  );
  const required = [
    ...new Set(parts.flatMap((part) => (part['required'] as readonly string[] | undefined) ?? [])),
  ];
  // No part that sets a type may mean that null passes.
  const merged: Record<string, Json> = Object.assign({}, ...parts);
  // Each part would refuse the others' properties.
  delete merged['additionalProperties'];
  if (properties.length > 0) merged['properties'] = Object.fromEntries(properties);
  if (required.length > 0) merged['required'] = required;
  return merged;
}
