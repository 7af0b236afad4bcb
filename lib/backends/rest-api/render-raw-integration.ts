import type { RawIntegration } from '../../model/gateway-model.js';
import { isObject } from '../../model/openapi.js';
import { formatDeployValue, isDeployValue } from '../../values/deploy-value.js';
import type { RenderedIntegration, RenderedResponse } from './rendered-integration.js';

/** The object as it is, but for integer statuses, which API Gateway stores as strings. */
export function renderRawIntegration({ object }: RawIntegration): RenderedIntegration {
  const responses = object['responses'];
  if (!isObject(responses)) return object as RenderedIntegration;
  return {
    ...object,
    responses: Object.fromEntries(
      Object.entries(responses).map(([pattern, response]) => [
        pattern,
        (isObject(response)
          ? { ...response, statusCode: statusText(response['statusCode']) }
          : response) as RenderedResponse,
      ]),
    ),
  };
}

function statusText(status: unknown): string {
  return isDeployValue(status) ? formatDeployValue(status) : String(status);
}
