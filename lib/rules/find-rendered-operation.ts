import type { Route } from '../model/gateway-model.js';
import { isObject, type JsonObject } from '../model/openapi.js';
import type { Documents } from './rule.js';

/** A route's operation in the private document, with all that is added to what its author wrote. */
export function findRenderedOperation(
  { path, method }: Pick<Route, 'path' | 'method'>,
  { privateDocument }: Documents,
): JsonObject {
  const key = method === 'any' ? 'x-amazon-apigateway-any-method' : method;
  return memberOf(memberOf(memberOf(privateDocument, 'paths'), path), key);
}

export function integrationOf(operation: JsonObject): JsonObject {
  return memberOf(operation, 'x-amazon-apigateway-integration');
}

export function memberOf(owner: unknown, name: string): JsonObject {
  const found = isObject(owner) && Object.hasOwn(owner, name) ? owner[name] : undefined;
  return isObject(found) ? found : {};
}
