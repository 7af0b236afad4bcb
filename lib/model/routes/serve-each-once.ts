import type { GatewayModel } from '../gateway-model.js';
import type { Route } from './route.js';
import { shapeOf } from './shape-of.js';

/**
 * API Gateway knows a route by verb and path, whatever the names of its variables are. The first that Nest registers
 * gives its settings, the others are its alternatives.
 */
export function serveEachOnce(
  routes: readonly Route[],
): Pick<GatewayModel, 'displaced'> & { readonly served: readonly Route[] } {
  const groups = new Map<string, Route[]>();
  for (const route of routes) {
    const key = `${route.method} ${shapeOf(route.path)}`;
    const group = groups.get(key);
    if (group) group.push(route);
    else groups.set(key, [route]);
  }
  const displaced: { route: Route; by: Route }[] = [];
  const served = [...groups.values()].map(([first, ...alternatives]) => {
    if (alternatives.length === 0) return first!;
    const by = { ...first!, alternatives };
    displaced.push(...alternatives.map((route) => ({ route, by })));
    return by;
  });
  return {
    served: served.toSorted((a, b) => byText(a.path, b.path) || byText(a.method, b.method)),
    displaced: displaced.toSorted((a, b) => a.route.order - b.route.order),
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
