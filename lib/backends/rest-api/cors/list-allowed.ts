import type { GatewayModel } from '../../../model/gateway-model.js';
import type { GatewayPath } from '../../../model/routes/route.js';
import { listGuardHeaders } from '../../../model/headers/list-guard-headers.js';
import { listReadHeaders } from '../../../model/headers/list-read-headers.js';
import { listSecurityHeaders } from '../../../model/headers/list-security-headers.js';
import type { RenderedRoute } from '../rest-api-output.js';

const ANY_METHOD = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/** The verbs that a browser may use on a path. */
export function listAllowedMethods({ cors, routes }: GatewayPath): readonly string[] {
  if (cors?.allowMethods) return cors.allowMethods;
  const methods = routes.flatMap(({ method }) => (method === 'any' ? ANY_METHOD : [method.toUpperCase()]));
  return [...new Set([...methods, 'OPTIONS'])].toSorted();
}

/** What a browser may have to send on a path, where the policy does not list it. */
export function listAllowedHeaders(
  path: GatewayPath,
  model: GatewayModel,
  rendered: readonly RenderedRoute[],
): readonly string[] {
  const names = [
    'Content-Type',
    ...rendered.flatMap(({ view, parameters }) => [
      // A header that import cannot declare is sent all the same.
      ...headersAmong(view.operation.parameters ?? []),
      ...headersAmong(parameters),
      ...listSecurityHeaders(view.operation, view),
    ]),
    ...path.routes.flatMap((route) => listReadHeaders(route, model)),
    ...listGuardHeaders(path, model),
    ...model.versionHeaders,
  ];
  const distinct = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}

function headersAmong(parameters: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return parameters.filter((parameter) => parameter['in'] === 'header').map(({ name }) => String(name));
}
