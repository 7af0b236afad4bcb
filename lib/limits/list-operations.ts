import type { GatewayModel, Place } from '../model/gateway-model.js';
import { memberOf } from '../model/member-of.js';
import { isObject, type JsonObject } from '../model/openapi.js';
import type { DeployTree } from '../values/deploy-tree.js';

/** An operation of the private document, with the route that it belongs to: a preflight belongs to its path's first. */
export interface PlacedOperation {
  readonly at: Place;
  readonly operation: JsonObject;
  /** Empty when it has none. */
  readonly integration: JsonObject;
}

const ANY_METHOD = 'x-amazon-apigateway-any-method';

export function listOperations(
  { paths }: Pick<GatewayModel, 'paths'>,
  privateDocument: DeployTree,
): readonly PlacedOperation[] {
  const items = memberOf(privateDocument, 'paths');
  return paths.flatMap(({ path, routes }) =>
    Object.entries(memberOf(items, path)).flatMap(([key, operation]) => {
      if (!isObject(operation)) return [];
      const method = key === ANY_METHOD ? 'any' : key;
      const at = routes.find((route) => route.method === method) ?? routes[0]!;
      return [{ at, operation, integration: memberOf(operation, 'x-amazon-apigateway-integration') }];
    }),
  );
}
