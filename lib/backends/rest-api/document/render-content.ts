import { findJsonContent, type JsonObject } from '../../../openapi/openapi.js';

/** Content with a model, or nothing where there is no model to refer to. */
export function renderContent(
  content: unknown,
  refer: (schema: unknown) => JsonObject | undefined,
): JsonObject | undefined {
  const schema = refer(findJsonContent(content)?.['schema']);
  return schema ? { 'application/json': { schema } } : undefined;
}
