import { isObject, type JsonObject, type OpenApiOperation } from '../../../openapi/openapi.js';
import type { Models } from '../models/render-models.js';
import { renderContent } from './render-content.js';

/** The body's model. API Gateway models JSON only: any other body passes undeclared. */
export function renderRequestBody(
  source: OpenApiOperation,
  models: Models,
  name: string,
  { validated }: { readonly validated: boolean },
): JsonObject | undefined {
  const body = source['requestBody'];
  if (!isObject(body)) return undefined;
  const { description, required } = body;
  const mayBeMissing = validated && required !== true;
  const content = renderContent(body['content'], (schema) =>
    mayBeMissing ? models.optionalReference(schema, name) : models.reference(schema, name),
  );
  if (!content) return undefined;
  return {
    ...(typeof description === 'string' && description !== '' ? { description } : {}),
    ...(required === true ? { required } : {}),
    content,
  };
}
