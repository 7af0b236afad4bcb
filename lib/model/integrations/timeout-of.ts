import type { AwsGatewayId } from '../../aws-gateway.options.js';
import type { Integration } from './integration.js';
import { isService } from '../../services/service-integrations.js';

/** Milliseconds, API Gateway's own and its limit; "Quotas for configuring and running a REST API in API Gateway". */
export const DEFAULT_TIMEOUT = 29_000;

/** Milliseconds after which each gateway gives up where nothing is set. Kong is told to do as a REST API does. */
export const DEFAULT_TIMEOUTS: Readonly<Record<AwsGatewayId, number>> = {
  'rest-api': DEFAULT_TIMEOUT,
  'http-api': 30_000,
  kong: DEFAULT_TIMEOUT,
};

/** The timeout that an integration names, in milliseconds. Absent: API Gateway's own, or a value only AWS can read. */
export function timeoutOf(integration: Integration): number | undefined {
  if (isService(integration)) return integration.options.timeout;
  switch (integration.kind) {
    case 'mock':
      return undefined;
    case 'raw': {
      const timeout = integration.object['timeoutInMillis'];
      return typeof timeout === 'number' ? timeout : undefined;
    }
    case 'lambda':
    case 'http':
      return integration.timeout;
    default:
      return integration satisfies never;
  }
}
