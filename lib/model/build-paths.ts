import type { GatewayPath, Route } from './gateway-model.js';

/** The paths of the routes, in their order. */
export function buildPaths(routes: readonly Route[]): readonly GatewayPath[] {
  const paths = new Map<string, Route[]>();
  for (const route of routes) {
    const known = paths.get(route.path);
    if (known) known.push(route);
    else paths.set(route.path, [route]);
  }
  return [...paths].map(([path, ofPath]) => {
    // A handler of the user's own for OPTIONS answers preflights itself, and has no say in the policy.
    const cors = ofPath.find((route) => route.method !== 'options')?.cors;
    return { path, pathParameters: ofPath[0]!.pathParameters, ...(cors ? { cors } : {}), routes: ofPath };
  });
}
