import { isObject, type JsonObject } from './openapi.js';

/** A member that is an object; empty when there is none. */
export function memberOf(tree: unknown, name: string): JsonObject {
  const member = isObject(tree) && Object.hasOwn(tree, name) ? tree[name] : undefined;
  return isObject(member) ? member : {};
}
