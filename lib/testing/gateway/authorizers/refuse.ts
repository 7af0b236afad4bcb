import { GatewayFault } from '../gateway-fault.js';
import type { GatewayResponseType } from '../gateway-responses.js';
import type { ExplainedStep, GatewayCall } from '../local-gateway-ports.js';

/** Explains why a request is not let through, and makes the gateway answer it. */
export function refuse(
  call: Pick<GatewayCall, 'explain'>,
  {
    type,
    message,
    ...step
  }: ExplainedStep & { readonly type: GatewayResponseType; readonly message?: string },
): never {
  call.explain(step);
  throw new GatewayFault(type, message);
}
