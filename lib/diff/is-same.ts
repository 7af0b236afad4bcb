import { isObject } from '../openapi/openapi.js';

/** Whether two JSON values say the same, in whatever order their members stand. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const [ofA, ofB] = [Object.keys(a), Object.keys(b)];
  return ofA.length === ofB.length && ofA.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
}

/** Whether two lists have the same items, in whatever order. */
export function isSameSet(a: unknown, b: unknown): boolean {
  return isSame(sort(a), sort(b));
}

function sort(list: unknown): unknown {
  return Array.isArray(list) ? list.map((item) => JSON.stringify(item)).toSorted() : list;
}
