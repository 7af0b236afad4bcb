import { findHeader, overlayHeaders, type ServiceRequest } from '../exchange-types.js';
import { findProtocol } from './service-protocol.js';

/** A request whose headers, query and body say which action it is for. */
export interface NamedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: ServiceRequest['query'];
  readonly body: Uint8Array;
}

/**
 * API Gateway tells the service which action the URI names (`dynamodb:action/GetItem`), unless the mappings do: by the
 * header of a JSON protocol, or by the parameters `Action` and `Version` of a query protocol.
 */
export function nameAction(request: ServiceRequest, body: Uint8Array): NamedRequest {
  const { service = '', action, headers, query } = request;
  const [name = '', ...suffix] = action?.split('&') ?? [];
  const protocol = findProtocol(service);
  if (action === undefined || !protocol || findHeader(headers, 'X-Amz-Target') !== undefined)
    return { headers, query, body };
  const given = Object.fromEntries(new URLSearchParams(suffix.join('&')));
  if (protocol.kind === 'query') {
    const isForm = findHeader(headers, 'Content-Type')?.startsWith(FORM) === true;
    const text = Buffer.from(body).toString('utf8');
    const has = new URLSearchParams(isForm ? text : '').has('Action') || query['Action'] !== undefined;
    const added = has ? given : { Action: name, Version: protocol.version, ...given };
    if (!isForm || text === '') return { headers, query: { ...added, ...query }, body };
    const written = new URLSearchParams(added).toString();
    return { headers, query, body: written === '' ? body : Buffer.from(`${written}&${text}`) };
  }
  const type = findHeader(headers, 'Content-Type');
  const named = {
    'X-Amz-Target': `${protocol.target}.${name}`,
    // The caller's content type is not one of this protocol.
    ...(type?.startsWith('application/x-amz-json') === true
      ? {}
      : { 'Content-Type': `application/x-amz-json-${protocol.version}` }),
  };
  return { headers: overlayHeaders(headers, named), query: { ...given, ...query }, body };
}

const FORM = 'application/x-www-form-urlencoded';
