import { integrationOf, operationKey } from '../find-rendered-operation.js';
import type { GatewayModel, Place } from '../../../model/gateway-model.js';
import { memberOf } from '../../../openapi/member-of.js';
import { isObject, type JsonObject } from '../../../openapi/openapi.js';
import type { DeployTree } from '../../../values/deploy-tree.js';

/** An operation of the private document, with the route that it belongs to: a preflight belongs to its path's first. */
export interface PlacedOperation {
  readonly at: Place;
  readonly operation: JsonObject;
  /** Empty when it has none. */
  readonly integration: JsonObject;
}

export function listOperations(
  { paths }: Pick<GatewayModel, 'paths'>,
  privateDocument: DeployTree,
): readonly PlacedOperation[] {
  const items = memberOf(privateDocument, 'paths');
  return paths.flatMap(({ path, routes }) =>
    Object.entries(memberOf(items, path)).flatMap(([key, operation]) => {
      if (!isObject(operation)) return [];
      const at = routes.find(({ method }) => operationKey(method) === key) ?? routes[0]!;
      return [{ at, operation, integration: integrationOf(operation) }];
    }),
  );
}
