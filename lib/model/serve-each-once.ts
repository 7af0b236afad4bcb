import type { GatewayModel, Route } from './gateway-model.js';

/** API Gateway knows a route by verb and path alone; the first that Nest registers is the one that answers there. */
export function serveEachOnce(
  routes: readonly Route[],
): Pick<GatewayModel, 'displaced'> & { readonly served: readonly Route[] } {
  const served = new Map<string, Route>();
  const displaced: { route: Route; by: Route }[] = [];
  for (const route of routes) {
    const key = `${route.method} ${route.path}`;
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
