import type { GatewayRequest } from '../../../testing/gateway/local/gateway-request.js';
import type { LocalAnswer } from '../../../testing/gateway/local/gateway-request.js';
import type { NamedRoute } from '../name-routes.js';

/** `GET /users/ann  UsersController.find  dynamodb GetItem  200  12 ms` */
export function formatRequestLine(
  { method, rawPath, rawQuery }: GatewayRequest,
  answer: Pick<LocalAnswer, 'status' | 'route'> | undefined,
  names: ReadonlyMap<string, NamedRoute>,
  milliseconds: number,
): string {
  const query = rawQuery === '' ? '' : `?${rawQuery}`;
  const { handler, integration } = nameAnswerer(answer, names);
  const status = answer === undefined ? 'the caller closed the connection' : String(answer.status);
  return `${method} ${rawPath}${query}  ${handler}  ${integration}  ${status}  ${Math.round(milliseconds)} ms\n`;
}

/** The handler and the integration of a request, as far as it has a route. */
export function nameAnswerer(
  answer: Pick<LocalAnswer, 'route'> | undefined,
  names: ReadonlyMap<string, NamedRoute>,
): NamedRoute {
  const route = answer?.route;
  if (!route) return { handler: '-', integration: 'no route' };
  const known = names.get(`${route.method} ${route.path}`) ?? names.get(`ANY ${route.path}`);
  if (known && route.method !== 'OPTIONS') return known;
  if (route.method === 'OPTIONS') return { handler: '-', integration: 'preflight' };
  return known ?? { handler: '-', integration: route.integration.type };
}
