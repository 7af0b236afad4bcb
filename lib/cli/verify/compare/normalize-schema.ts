import { mapValues } from '../../../values/map-values.js';
import { isObject } from '../../../openapi/openapi.js';

/**
 * The schema of a model in one form: an emulator keeps it as text, and names other models by their URL. Absent: it keeps
 * none.
 */
export function normalizeSchema(schema: unknown): unknown {
  if (typeof schema !== 'string') return normalize(schema);
  try {
    return normalize(JSON.parse(schema));
  } catch {
    return schema;
  }
}

function normalize(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalize);
  if (!isObject(value)) return value;
  return mapValues(value, (member, name) =>
    name === '$ref' && typeof member === 'string' ? member.split('/').at(-1) : normalize(member),
  );
}
