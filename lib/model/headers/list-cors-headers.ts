import type { GatewayModel } from '../gateway-model.js';
import type { Route } from '../routes/route.js';
import { listGuardHeaders } from './list-guard-headers.js';
import { listReadHeaders } from './list-read-headers.js';
import { listSecurityHeaders } from './list-security-headers.js';
import { viewRoute } from '../documents/view-route.js';

/** What a browser may have to send to some routes, where no policy lists it. Browsers do not take `*` for `Authorization`. */
export function listCorsHeaders(routes: readonly Route[], model: GatewayModel): readonly string[] {
  const names = [
    'Content-Type',
    ...routes.flatMap((route) => {
      const view = viewRoute(route, model);
      const parameters = view.operation.parameters ?? [];
      return [
        ...parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name),
        ...listSecurityHeaders(view.operation, view),
        ...listReadHeaders(route, model),
      ];
    }),
    ...listGuardHeaders({ routes }, model),
    ...model.versionHeaders,
  ];
  const distinct = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}
