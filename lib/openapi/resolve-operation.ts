import type { SchemaLookup } from './find-referenced.js';
import { isObject, type JsonObject, type OpenApiOperation, type OpenApiParameter } from './openapi.js';

/**
 * An operation in the form that is read: what it refers to in the components stands in place, and its answers under
 * explicit statuses.
 */
export function resolveOperation(operation: OpenApiOperation, lookup: SchemaLookup): OpenApiOperation {
  const { parameters, requestBody, responses } = operation;
  const resolved: Record<string, unknown> = { ...operation };
  if (parameters) resolved['parameters'] = parameters.map(lookup).filter(isParameter);
  if (requestBody !== undefined) resolved['requestBody'] = lookup(requestBody);
  if (responses) resolved['responses'] = statusesOf(responses, lookup);
  return resolved as OpenApiOperation;
}

function isParameter(parameter: JsonObject | undefined): parameter is OpenApiParameter {
  // Nest writes an empty name where `@ApiQuery()` was given none.
  return Boolean(parameter?.['name']) && typeof parameter?.['in'] === 'string';
}

function isExplicit(
  responses: Readonly<Record<string, unknown>>,
): responses is Readonly<Record<string, JsonObject>> {
  for (const status of Object.keys(responses)) {
    const given = responses[status];
    if (!EXPLICIT.test(status) || !isObject(given) || '$ref' in given) return false;
  }
  return true;
}

const EXPLICIT = /^[1-5]\d\d$/;

/** API Gateway holds explicit statuses: `4XX` stands for 400, and `default` for success where nothing else does. */
function statusesOf(
  responses: Readonly<Record<string, unknown>>,
  lookup: SchemaLookup,
): Readonly<Record<string, JsonObject>> {
  if (isExplicit(responses)) return responses;
  const read = Object.entries(responses).flatMap(([status, given]): [string, JsonObject][] => {
    const response = lookup(given);
    // What stands beside a reference may say more than what is referred to, and nothing else.
    const description = isObject(given) && given['description'];
    return response ? [[status, description ? { ...response, description } : response]] : [];
  });
  const explicit = new Map(read.filter(([status]) => EXPLICIT.test(status)));
  const add = (status: string, response: JsonObject): void => {
    if (!explicit.has(status)) explicit.set(status, response);
  };
  for (const [status, response] of read) {
    if (/^[1-5]XX$/i.test(status)) add(`${status[0]}00`, response);
  }
  const byDefault = read.find(([status]) => status === 'default');
  if (byDefault && ![...explicit.keys()].some((status) => status.startsWith('2'))) add('200', byDefault[1]);
  return Object.fromEntries(explicit);
}
