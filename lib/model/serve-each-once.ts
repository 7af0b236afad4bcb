import type { GatewayModel, Route } from './gateway-model.js';
import { shapeOf } from './shape-of.js';

/**
 * API Gateway knows a route by verb and path, whatever the names of its variables are. The first that Nest registers
 * answers there.
 */
export function serveEachOnce(
  routes: readonly Route[],
): Pick<GatewayModel, 'displaced'> & { readonly served: readonly Route[] } {
  const served = new Map<string, Route>();
  const displaced: { route: Route; by: Route }[] = [];
  for (const route of routes) {
    const key = `${route.method} ${shapeOf(route.path)}`;
    const by = served.get(key);
    if (by) displaced.push({ route, by });
    else served.set(key, route);
  }
  return {
    served: [...served.values()].toSorted((a, b) => byText(a.path, b.path) || byText(a.method, b.method)),
    displaced,
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
