import type { DeployTree } from '../../values/deploy-tree.js';
import type { Route } from '../../model/gateway-model.js';
import { memberOf } from '../../openapi/member-of.js';
import type { JsonObject } from '../../openapi/openapi.js';

/** The key under which a path item of the private document holds a method. */
export function operationKey(method: Route['method']): string {
  return method === 'any' ? 'x-amazon-apigateway-any-method' : method;
}

/** A route's operation in the private document, with all that is added to what its author wrote; empty without one. */
export function findRenderedOperation(
  { path, method }: Pick<Route, 'path' | 'method'>,
  { privateDocument }: { readonly privateDocument: DeployTree },
): JsonObject {
  return memberOf(memberOf(memberOf(privateDocument, 'paths'), path), operationKey(method));
}

export function integrationOf(operation: JsonObject): JsonObject {
  return memberOf(operation, 'x-amazon-apigateway-integration');
}
