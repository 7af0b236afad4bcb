import type { GatewayPath, Route } from '../../../model/routes/route.js';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * The methods of a route. Those of the any-method are listed without the ones that the path has routes for: to Kong a
 * route without methods is less specific than every route with some, whatever their paths are.
 */
export function listMethods(route: Route, { routes }: GatewayPath, hasPreflight: boolean): readonly string[] {
  if (route.method !== 'any') return [route.method.toUpperCase()];
  const taken = routes.map(({ method }) => method.toUpperCase());
  return METHODS.filter((method) => !taken.includes(method) && !(hasPreflight && method === 'OPTIONS'));
}
