import type { CallService, RawAnswer } from '../../lib/testing/gateway/local-gateway-ports.js';
import { createServiceCaller } from '../../lib/testing/gateway/services/create-service-caller.js';
import { readBytes } from '../../lib/testing/gateway/services/send-over-http.js';
import type { ServiceRequest } from '../../lib/testing/index.js';

/** Sends to moto what the local gateway sends to an endpoint, and levels what moto does otherwise than AWS. */
export function callMoto(moto: string): CallService {
  const callService = createServiceCaller({ endpoint: moto });
  return async (call, { request, body }) => {
    const answer = await callService(call, { request, body: Buffer.from(suitMoto(request, body)) });
    return request.service === 'sns' ? await toJson(answer) : answer;
  };
}

/** DynamoDB takes an update that sets nothing; moto fails unless there is a list of updates, be it empty. */
function suitMoto({ headers }: ServiceRequest, body: Uint8Array): string {
  const text = Buffer.from(body).toString('utf8');
  const updates = headers['X-Amz-Target'] === 'DynamoDB_20120810.UpdateItem';
  return updates && !text.includes('"UpdateExpression"')
    ? JSON.stringify({ ...(JSON.parse(text) as object), AttributeUpdates: {} })
    : text;
}

/** SNS answers JSON where it is asked for it, moto XML always. */
async function toJson({ status, headers, body }: RawAnswer): Promise<RawAnswer> {
  const xml = Buffer.from(await readBytes(body)).toString('utf8');
  const value = (name: string): string | undefined => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  const json = xml.includes('<ErrorResponse')
    ? {
        Error: { Code: value('Code'), Message: value('Message'), Type: value('Type') },
        RequestId: value('RequestId'),
      }
    : {
        PublishResponse: {
          PublishResult: { MessageId: value('MessageId'), SequenceNumber: value('SequenceNumber') ?? null },
          ResponseMetadata: { RequestId: value('RequestId') },
        },
      };
  return { status, headers, body: Buffer.from(JSON.stringify(json)) };
}
