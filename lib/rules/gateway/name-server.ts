import type { GatewaySettings } from '../../model/gateway-model.js';

/** Who serves the routes, as the subject of a message about what is not supported. */
export function nameServer({ gateway }: Pick<GatewaySettings, 'gateway'>): string {
  return gateway === 'kong' ? 'the file for Kong' : 'API Gateway';
}
