import { request as open, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { ServiceAnswer, ServiceRequest } from '../../lib/testing/index.js';

/**
 * Sends to moto what API Gateway would send to the service, the path byte by byte. Of the signature moto reads the
 * credential scope alone, which names the service.
 */
export async function sendToMoto(moto: string, request: ServiceRequest): Promise<ServiceAnswer> {
  const { service = '', method, path, query, headers } = request;
  const scope = `AKIATEST/20260101/us-east-1/${service}/aws4_request`;
  const { hostname, port } = new URL(moto);
  const search = new URLSearchParams(query).toString();
  const body = suitMoto(request);
  const sent = open({
    hostname,
    port,
    method,
    path: search === '' ? path : `${path}?${search}`,
    headers: {
      ...headers,
      'Content-Length': Buffer.byteLength(body),
      Authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    },
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return {
    status: response.statusCode ?? 0,
    headers: response.headers as Readonly<Record<string, string>>,
    body: service === 'sns' ? toJson(text) : text,
  };
}

/** DynamoDB takes an update that sets nothing; moto fails unless there is a list of updates, be it empty. */
function suitMoto({ headers, body }: ServiceRequest): string {
  const updates = headers['X-Amz-Target'] === 'DynamoDB_20120810.UpdateItem';
  return updates && !body.includes('"UpdateExpression"')
    ? JSON.stringify({ ...(JSON.parse(body) as object), AttributeUpdates: {} })
    : body;
}

/** SNS answers JSON where it is asked for it, moto XML always. */
function toJson(xml: string): string {
  const value = (name: string): string | undefined => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return JSON.stringify(
    xml.includes('<ErrorResponse')
      ? {
          Error: { Code: value('Code'), Message: value('Message'), Type: value('Type') },
          RequestId: value('RequestId'),
        }
      : {
          PublishResponse: {
            PublishResult: { MessageId: value('MessageId'), SequenceNumber: value('SequenceNumber') ?? null },
            ResponseMetadata: { RequestId: value('RequestId') },
          },
        },
  );
}
