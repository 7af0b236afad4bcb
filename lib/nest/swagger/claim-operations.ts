import { handlerKey, type NestRoute } from '../routes/read-routes.js';
import { MARK, visitOperations, type OperationKey, type Paths } from './marked-operations.js';

export interface Claim extends OperationKey {
  readonly route: NestRoute;
}

/** Which route of its handler each operation describes, with which the operation, which nobody has seen yet, is marked. */
export function claimOperations(
  paths: Paths,
  routes: readonly NestRoute[],
): { readonly paths: Paths; readonly claims: readonly Claim[] } {
  const ofHandlers = new Map<unknown, NestRoute[]>();
  for (const route of routes) {
    const key = handlerKey(route);
    ofHandlers.set(key, [...(ofHandlers.get(key) ?? []), route]);
  }
  const claims: Claim[] = [];
  const numbers = new Map(routes.map((route, index) => [route, String(index)]));
  visitOperations(paths, (operation, { path, method }) => {
    const candidates = (ofHandlers.get(operation[MARK]) ?? []).filter(
      (route) => route.method === method || route.method === 'all',
    );
    // A path that is written in yet another way belongs to the only route that it can.
    const route =
      candidates.find(({ documentPaths }) => documentPaths.includes(path)) ??
      (candidates.length === 1 ? candidates[0] : undefined);
    if (!route) return;
    claims.push({ route, path, method });
    (operation as Record<string, unknown>)[MARK] = numbers.get(route);
  });
  return nameGroups(paths, claims);
}

/** Nest writes an optional part inside another as `{undefined}`: such an operation stands under its whole path. */
function nameGroups(
  paths: Paths,
  claims: readonly Claim[],
): { readonly paths: Paths; readonly claims: readonly Claim[] } {
  const renamed = new Map(
    claims.flatMap(({ route: { documentPaths }, path }): [string, string][] =>
      path.includes('{undefined}') && documentPaths[0] !== path && !Object.hasOwn(paths, documentPaths[0]!)
        ? [[path, documentPaths[0]!]]
        : [],
    ),
  );
  if (renamed.size === 0) return { paths, claims };
  return {
    paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [renamed.get(path) ?? path, item])),
    claims: claims.map((claim) => ({ ...claim, path: renamed.get(claim.path) ?? claim.path })),
  };
}
