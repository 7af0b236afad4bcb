import { readDataType } from './data-type.js';
import type { SchemaLookup } from './find-referenced.js';
import type { OpenApiParameter } from './openapi.js';

/**
 * API Gateway takes a parameter for missing unless one of just that name has a value. One with a default may be
 * missing, one may be empty, and an object is spread over other names.
 */
export function mayBeMissing(parameter: OpenApiParameter, lookup: SchemaLookup): boolean {
  const schema = lookup(parameter['schema']);
  if (parameter['allowEmptyValue'] === true || (schema && 'default' in schema)) return true;
  return (
    parameter['style'] === 'deepObject' ||
    (schema !== undefined && isSpread(readDataType(schema, lookup).kind, schema['type']))
  );
}

function isSpread(kind: string, type: unknown): boolean {
  return kind === 'object' || kind === 'map' || type === 'object';
}
