import type { JsonObject, OpenApiOperation } from '../../model/openapi.js';
import { isObject } from '../../model/openapi.js';
import type { Models } from './render-models.js';

const JSON_TYPE = 'application/json';

/** The body's model. API Gateway models JSON only: any other body passes undeclared. */
export function renderRequestBody(
  source: OpenApiOperation,
  models: Models,
  name: string,
): JsonObject | undefined {
  const body = source['requestBody'];
  if (!isObject(body)) return undefined;
  const schema = renderContent(body['content'], models, name);
  if (!schema) return undefined;
  const { description, required } = body;
  return {
    ...(typeof description === 'string' && description !== '' ? { description } : {}),
    ...(required === true ? { required } : {}),
    content: schema,
  };
}

/** Content with a model, or nothing where there is no model to refer to. */
export function renderContent(content: unknown, models: Models, name: string): JsonObject | undefined {
  const media = isObject(content) ? content[JSON_TYPE] : undefined;
  const schema = isObject(media) ? models.reference(media['schema'], name) : undefined;
  return schema ? { [JSON_TYPE]: { schema } } : undefined;
}
