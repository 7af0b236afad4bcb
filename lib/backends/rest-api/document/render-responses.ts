import { keepSparse } from '../../../openapi/keep-sparse.js';
import { isObject, type Json, type JsonObject, type OpenApiOperation } from '../../../openapi/openapi.js';
import type { Models } from '../models/render-models.js';
import type { RenderedIntegration } from '../integrations/rendered-integration.js';
import { RESPONSE_HEADER } from '../integrations/response-header.js';
import { declareHeaders } from './declare-headers.js';
import { renderContent } from './render-content.js';

/**
 * The answers of an operation: what Nest documents, and every status and header that the
 * integration maps, which import refuses unless they are declared.
 *
 * @param models absent: the answers have none
 */
export function renderResponses(
  source: OpenApiOperation,
  models: Models | undefined,
  name: string,
  integration: RenderedIntegration | undefined,
): JsonObject {
  const responses = new Map<string, JsonObject>();
  for (const [status, response] of Object.entries(source.responses ?? {})) {
    const content = renderContent(response['content'], (schema) =>
      models?.reference(schema, `${name}Response${status}`),
    );
    const rendered: Record<string, Json> = { description: String(response['description'] ?? '') };
    const headers = isObject(response['headers']) ? Object.keys(response['headers']) : [];
    const declared = headers.filter((header) => /^[a-zA-Z0-9._$-]+$/.test(header));
    if (declared.length > 0) rendered['headers'] = declareHeaders(declared);
    if (content) rendered['content'] = content;
    responses.set(status, rendered);
  }
  for (const { statusCode, responseParameters = {} } of Object.values(integration?.responses ?? {})) {
    const known = responses.get(statusCode) ?? { description: '' };
    const mapped = Object.keys(responseParameters)
      .filter((key) => key.startsWith(RESPONSE_HEADER))
      .map((key) => key.slice(RESPONSE_HEADER.length));
    const headers = { ...(known['headers'] as JsonObject | undefined), ...declareHeaders(mapped) };
    responses.set(statusCode, { ...known, ...(Object.keys(headers).length > 0 ? { headers } : {}) });
  }
  if (responses.size === 0) responses.set('200', { description: '' });
  const sorted = responses.size === 1 ? responses : [...responses].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return keepSparse(sorted);
}
