import type { AwsGatewayId } from '../../aws-gateway.options.js';
import type { GatewaySettings } from '../../model/settings/gateway-settings.js';

/** A gateway that is missing here does not compile. */
const NAMES: Readonly<Record<AwsGatewayId, string>> = {
  'rest-api': 'API Gateway',
  'http-api': 'API Gateway',
  kong: 'the file for Kong',
};

/** Who serves the routes, as the subject of a message about what is not supported. */
export function nameServer({ gateway }: Pick<GatewaySettings, 'gateway'>): string {
  return NAMES[gateway];
}
