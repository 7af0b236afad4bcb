import type { MultiValues, ServiceRequest } from '../exchange-types.js';
import { nameAction } from './name-action.js';
import type { NamedService } from './service-endpoint.js';
import { encode, type WireRequest } from './sign-request.js';

/** The request to a service as it goes over the wire, without its signature. */
export function buildServiceRequest(
  request: ServiceRequest,
  body: Uint8Array,
  named: NamedService,
  endpoint: string,
): WireRequest {
  const { host, pathname } = new URL(endpoint);
  const sent = nameAction({ ...request, service: named.service }, body);
  const base = pathname.replace(/\/$/, '');
  // A bucket before the service's name is the first segment of the path, which every emulator understands.
  const bucket = named.service === 's3' && named.subdomain !== undefined ? `/${encode(named.subdomain)}` : '';
  return {
    method: request.method,
    path: `${base}${bucket}${escapePath(request.path)}`,
    query: listQuery(sent.query),
    headers: { ...sent.headers, host },
    body: sent.body,
  };
}

/** Names and values, percent-encoded. */
export function listQuery(query: MultiValues): readonly (readonly [name: string, value: string])[] {
  return Object.entries(query).flatMap(([name, values]) =>
    [values].flat().map((value) => [encode(name), encode(value)] as const),
  );
}

/** Path and query as they stand in the first line of a request. */
export function writeTarget({ path, query }: Pick<WireRequest, 'path' | 'query'>): string {
  const search = query.map(([name, value]) => `${name}=${value}`).join('&');
  return search === '' ? path : `${path}?${search}`;
}

/** What HTTP does not allow in a path: blanks, control characters, anything beyond ASCII. */
export function escapePath(path: string): string {
  return path.replace(/[^\u0021-\u007e]+/g, (text) =>
    [...Buffer.from(text, 'utf8')]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}
