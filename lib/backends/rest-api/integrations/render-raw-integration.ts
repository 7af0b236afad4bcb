import type { RawIntegration } from '../../../model/integrations/integration.js';
import { viewRawIntegration } from '../../../model/integrations/view-raw-integration.js';
import { isObject, type JsonObject } from '../../../openapi/openapi.js';
import { formatDeployText } from '../../../values/deploy-text.js';
import type { RenderedIntegration, RenderedResponse } from './rendered-integration.js';

/**
 * The object as it is, but for what import takes only in one form: integer statuses, which API Gateway stores as
 * strings, verbs in lower case, the answers of a proxy, which has none, and the version of events, of which there is one.
 */
export function renderRawIntegration(integration: RawIntegration): RenderedIntegration {
  const { responses, payloadFormatVersion: _, ...rest } = integration.object;
  const { httpMethod } = rest;
  return {
    ...rest,
    ...(typeof httpMethod === 'string' ? { httpMethod: httpMethod.toUpperCase() } : {}),
    ...(isObject(responses) && !viewRawIntegration(integration).proxied
      ? { responses: renderResponses(responses) }
      : {}),
  };
}

function renderResponses(responses: JsonObject): Readonly<Record<string, RenderedResponse>> {
  return Object.fromEntries(
    Object.entries(responses).map(([pattern, response]) => [
      pattern,
      (isObject(response)
        ? { ...response, statusCode: formatDeployText(response['statusCode']) }
        : response) as RenderedResponse,
    ]),
  );
}
