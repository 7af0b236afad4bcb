import type { AwsGatewayId, AwsGatewayOptions } from '../../aws-gateway.options.js';
import { isObject } from '../../openapi/openapi.js';
import { GATEWAY_ID } from '../../options/module-shapes.js';

/** The gateway of an application. An unknown one is reported where options are checked. */
export function gatewayOf(options: AwsGatewayOptions): AwsGatewayId {
  // JavaScript may pass any value as options.
  const { gateway } = isObject(options) ? (options as AwsGatewayOptions) : {};
  return gateway !== undefined && GATEWAY_ID.accepts(gateway) ? gateway : 'rest-api';
}
