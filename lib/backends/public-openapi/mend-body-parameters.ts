import { isObject, type JsonObject } from '../../openapi/openapi.js';

/**
 * Nest 11 leaves the second `@Body()` of a handler among the parameters, as Swagger 2 had it. Each of them is the whole
 * body: a body has the members of all.
 */
export function mendBodyParameters(operation: JsonObject): JsonObject {
  const { parameters, requestBody: body } = operation;
  if (!Array.isArray(parameters) || !parameters.some(isBody)) return operation;
  const schemas = parameters
    .filter(isBody)
    .map(({ schema }) => schema)
    .filter(isObject);
  const content = isObject(body) ? body['content'] : undefined;
  return {
    ...operation,
    parameters: parameters.filter((one) => !isBody(one)) as never,
    ...(isObject(body) && isObject(content)
      ? {
          requestBody: {
            ...body,
            content: Object.fromEntries(
              Object.entries(content).map(([type, media]) => [type, addSchemas(media, schemas)]),
            ),
          },
        }
      : {}),
  };
}

function isBody(parameter: unknown): parameter is JsonObject {
  return isObject(parameter) && parameter['in'] === 'body';
}

/** A list and an object at once are nothing: then the first `@Body()` stands alone, as Nest 12 writes it. */
function addSchemas(media: unknown, schemas: readonly JsonObject[]): JsonObject {
  if (!isObject(media)) return {};
  const { schema } = media;
  const all = [schema, ...schemas];
  return all.every((one) => isObject(one) && '$ref' in one)
    ? { ...media, schema: { allOf: all as never } }
    : media;
}
