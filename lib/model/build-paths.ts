import type { GatewayPath, Route } from './routes/route.js';
import { shapeOf } from './routes/shape-of.js';

/** The paths of the routes, in their order. Those that differ in the names of variables are one, under the first's. */
export function buildPaths(routes: readonly Route[]): readonly GatewayPath[] {
  const paths = new Map<string, Route[]>();
  for (const route of routes) {
    const shape = shapeOf(route.path);
    const known = paths.get(shape);
    if (known) known.push(route);
    else paths.set(shape, [route]);
  }
  return [...paths.values()].map((ofPath) => {
    // A handler of the user's own for OPTIONS answers preflights itself, and has no say in the policy.
    const cors = ofPath.find((route) => route.method !== 'options')?.cors;
    const { path, pathParameters } = ofPath[0]!;
    return { path, pathParameters, ...(cors ? { cors } : {}), routes: ofPath };
  });
}
