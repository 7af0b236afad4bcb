import type { GatewayRequest } from '../../lib/testing/gateway/local/gateway-request.js';
import type { GatewayAnswer, MultiValues, SampleRequest } from '../../lib/testing/index.js';
import { readBytes } from '../../lib/testing/gateway/services/send-over-http.js';
import type { RawAnswer } from '../../lib/testing/gateway/local-gateway-ports.js';

/** The request of a sample to a route, such as `GET /users/{name}`, as a local gateway gets it. */
export function localRequest(route: string, sample: SampleRequest): GatewayRequest {
  const [method = '', path = ''] = route.split(' ');
  const { path: values = {}, query = {}, headers = {}, context = {}, body } = sample;
  const text = body === undefined || typeof body === 'string' ? (body ?? '') : JSON.stringify(body);
  return {
    method,
    // Only a greedy variable takes a slash.
    rawPath: path.replace(/\{(\w[^}+]*)(\+?)\}/g, (_, name: string, greedy: string) => {
      const value = values[name] ?? '';
      return greedy === '' ? value.replaceAll('/', '%2F') : value;
    }),
    rawQuery: new URLSearchParams(
      listLines(query).map(([name, value]): [string, string] => [name, value]),
    ).toString(),
    rawHeaders: listLines(headers),
    body: body instanceof Uint8Array ? body : Buffer.from(text),
    sourceIp: '127.0.0.1',
    time: Number(context['requestTimeEpoch'] ?? 0),
    requestId: String(context['requestId'] ?? 'request'),
  };
}

export function listLines(values: MultiValues): readonly (readonly [name: string, value: string])[] {
  return Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
}

/** What a local gateway answered, in the terms of a tester. */
export async function readLocal({ status, headers, body }: RawAnswer): Promise<GatewayAnswer> {
  return {
    status,
    headers: Object.fromEntries(headers),
    body: Buffer.from(await readBytes(body)).toString('utf8'),
  };
}
