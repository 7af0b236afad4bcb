import type { GatewayPath, Route } from '../../../model/routes/route.js';
import type { DeployMembers } from '../../../values/deploy-tree.js';
import type { RestApi } from '../rest-api-output.js';

/** The verbs that API Gateway serves, in the order in which a path shows them, with their keys in a path item. */
const KEYS: Readonly<Record<string, string>> = {
  get: 'get',
  head: 'head',
  post: 'post',
  put: 'put',
  patch: 'patch',
  delete: 'delete',
  options: 'options',
  any: 'x-amazon-apigateway-any-method',
};
const ORDER = Object.keys(KEYS);

function isServed({ method }: Pick<Route, 'method'>): boolean {
  return Object.hasOwn(KEYS, method);
}

/** The routes of a path whose verb API Gateway serves, in the order of the document. */
export function listServed({ routes }: GatewayPath): readonly Route[] {
  return routes.filter(isServed).toSorted((a, b) => ORDER.indexOf(a.method) - ORDER.indexOf(b.method));
}

/** Only this file decides under which key an operation stands. */
export function renderPaths({
  resources,
  operations,
  preflights,
}: Pick<RestApi, 'resources' | 'operations' | 'preflights'>): Readonly<Record<string, DeployMembers>> {
  return Object.fromEntries(
    resources.map((path) => {
      const preflight = preflights.get(path.path);
      const placed = listServed(path).flatMap((route): Placed[] => {
        const rendered = operations.get(route);
        return rendered ? [[route.method, rendered.operation]] : [];
      });
      const all = preflight ? [...placed, ['options', preflight.operation] as const] : placed;
      const sorted = preflight ? all.toSorted(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b)) : all;
      return [path.path, Object.fromEntries(sorted.map(([method, operation]) => [KEYS[method]!, operation]))];
    }),
  );
}

type Placed = readonly [method: string, operation: DeployMembers];
