import type { ServiceRequest } from '../exchange-types.js';
import { GatewayFault } from '../gateway-fault.js';
import type { GatewayCall, RawAnswer, ServiceCall } from '../local-gateway-ports.js';
import { NotServed } from '../not-served.js';
import { escapePath, listQuery, writeTarget } from './build-service-request.js';
import { describeBody, describeHeaders } from './describe-exchange.js';
import { readBytes, sendOverHttp } from './send-over-http.js';

/** Where the backends of `http` and `http_proxy` integrations are on this machine. */
export interface BackendSettings {
  /**
   * URLs instead of those of the document, by the beginning of the document's URL, by the id of a VPC link, or by the ARN
   * of its listener: `{ 'https://users.internal': 'http://127.0.0.1:4000' }`. Absent: the document's own URLs.
   */
  readonly backends?: Readonly<Record<string, string>>;
}

/** Sends the request to an HTTP backend, as API Gateway does over the internet or a VPC link. */
export async function forwardHttp(
  call: GatewayCall,
  { request, body }: ServiceCall,
  settings: BackendSettings,
): Promise<RawAnswer> {
  const { route, signal } = call;
  const { integration } = route;
  const url = findBackend(request, integration.connectionId, settings);
  const { origin, host } = new URL(url);
  const target = writeTarget({ path: escapePath(request.path), query: listQuery(request.query) });
  const named = Object.keys(request.headers).some((name) => name.toLowerCase() === 'host');
  const headers = { ...request.headers, ...(named ? {} : { Host: host }) };
  const step = `${request.method} ${origin}${target}`;
  const sent = { headers: describeHeaders(headers), body: describeBody(body) };
  try {
    const answer = await sendOverHttp({
      origin,
      method: request.method,
      target,
      headers,
      body,
      signal,
      insecure: integration.tlsConfig?.insecureSkipVerification === true,
    });
    const isStreamed = integration.responseTransferMode === 'STREAM';
    const bytes = isStreamed ? answer.body : await readBytes(answer.body);
    call.explain({
      step,
      outcome: `the backend answered ${answer.status}${isStreamed ? ', as a stream' : ''}`,
      data: {
        request: sent,
        answer: {
          status: answer.status,
          headers: answer.headers,
          ...(bytes instanceof Uint8Array ? { body: describeBody(bytes) } : {}),
        },
      },
    });
    return { ...answer, body: bytes };
  } catch (thrown) {
    const reason = (thrown as NodeJS.ErrnoException).code ?? (thrown as Error).message;
    const isLate = signal.aborted;
    call.explain({
      step,
      outcome: isLate ? 'the backend did not answer in time' : `the backend cannot be reached: ${reason}`,
      data: { request: sent },
    });
    throw new GatewayFault(isLate ? 'INTEGRATION_TIMEOUT' : 'INTEGRATION_FAILURE');
  }
}

function findBackend(
  { uri }: ServiceRequest,
  link: string | undefined,
  { backends = {} }: BackendSettings,
): string {
  const [key] = Object.keys(backends)
    .filter((name) => uri.startsWith(name) || name === link)
    .toSorted((left, right) => right.length - left.length);
  const url = key === undefined ? uri : backends[key]!;
  const [placeholder] = /\$\{\w+\}/.exec(url) ?? [];
  if (placeholder !== undefined)
    throw new NotServed(
      `The URL \`${url}\` has the placeholder \`${placeholder}\`. Fill it: --var ${placeholder.slice(2, -1)}=VALUE.`,
      { uri },
    );
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url))
    throw new NotServed(
      `\`${url}\` is not a URL that can be called from here. Name the backend: \`--backend FROM=URL\`.`,
      {
        uri,
      },
    );
  return url;
}
