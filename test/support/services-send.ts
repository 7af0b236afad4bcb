import type { CallService } from '../../lib/testing/gateway/local-gateway-ports.js';
import { createServiceCaller } from '../../lib/testing/gateway/services/create-service-caller.js';
import type { ServiceRequest } from '../../lib/testing/index.js';

/** Sends to moto what the local gateway sends to an endpoint, and levels what moto does otherwise than AWS. */
export function callMoto(moto: string): CallService {
  const callService = createServiceCaller({ endpoint: moto });
  return (call, { request, body }) =>
    callService(call, { request, body: Buffer.from(suitMoto(request, body)) });
}

/** DynamoDB takes an update that sets nothing; moto fails unless there is a list of updates, be it empty. */
function suitMoto({ headers }: ServiceRequest, body: Uint8Array): string {
  const text = Buffer.from(body).toString('utf8');
  const updates = headers['X-Amz-Target'] === 'DynamoDB_20120810.UpdateItem';
  return updates && !text.includes('"UpdateExpression"')
    ? JSON.stringify({ ...(JSON.parse(text) as object), AttributeUpdates: {} })
    : text;
}
