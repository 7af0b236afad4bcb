import type { ServiceRequest } from '../exchange-types.js';
import { fillUri } from '../mapping/fill-uri.js';
import { withoutHeaders } from '../header-names.js';
import type { ServiceCall } from '../local-gateway-ports.js';
import type { MappedCall } from './map-call.js';

/** The request of an HTTP proxy to its backend: everything of the caller's, as the mappings have changed it. */
export function forwardRequest({ call, hasPath }: MappedCall): ServiceCall {
  const { route, view, rawPath } = call;
  const { httpMethod = 'ANY', uri = '', connectionType } = route.integration;
  const variables = Object.fromEntries(
    Object.entries(view.params.path).map(([name, text]) => [name, { text, isEncoded: true }]),
  );
  const filled = fillUri(uri, { stageVariables: view.stageVariables, variables, routePath: route.path });
  const [, path = '', search = ''] = /^https?:\/\/[^/?]+([^?]*)\??(.*)$/s.exec(filled) ?? [];
  const stage = String(view.context['stage']);
  const isPrivate = connectionType?.toUpperCase() === 'VPC_LINK';
  // Over a VPC link the path is that of the caller, with the name of the stage.
  const own = isPrivate ? `${stage === '$default' ? '' : `/${stage}`}${rawPath}` : path || '/';
  const query: ServiceRequest['query'] = { ...readQuery(search), ...view.all.querystring };
  const request: ServiceRequest = {
    method: httpMethod.toUpperCase() === 'ANY' ? route.method : httpMethod,
    uri: filled,
    path: hasPath ? rawPath : own,
    query,
    headers: Object.fromEntries(
      Object.entries(withoutHeaders(view.all.header, ['host'])).map(([name, values]) => [
        name,
        values.join(','),
      ]),
    ),
    body: view.body,
  };
  return { request, body: call.body };
}

function readQuery(search: string): Readonly<Record<string, readonly string[]>> {
  const query = new URLSearchParams(search);
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}
