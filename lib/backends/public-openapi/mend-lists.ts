import { isObject, type Json, type JsonObject } from '../../openapi/openapi.js';

type List = readonly Json[];

/**
 * Lists that OpenAPI wants without repetition or not empty. Nest repeats the members of a class that both `@ApiQuery`
 * and `@Query()` name: the first parameter of a name stands.
 */
export function mendLists(value: JsonObject): JsonObject {
  let mended = value;
  for (const [name, keyOf] of KEYS) {
    const items = mended[name];
    if (!Array.isArray(items)) continue;
    const kept = withoutRepetition(items as List, keyOf);
    if (kept.length < items.length) mended = { ...mended, [name]: kept };
  }
  if (!NEVER_EMPTY.some((name) => isEmpty(mended[name]))) return mended;
  const kept = Object.entries(mended).filter(([name, list]) => !NEVER_EMPTY.includes(name) || !isEmpty(list));
  return Object.fromEntries(kept) as JsonObject;
}

/** What tells the items of a list apart. An item without a key stays. */
const KEYS: readonly (readonly [string, (item: Json) => string | undefined])[] = [
  ['parameters', keyOfParameter],
  ['tags', (tag) => (isObject(tag) ? textOf(tag['name']) : undefined)],
  ['required', textOf],
];
const NEVER_EMPTY = ['required', 'enum'];

function withoutRepetition(items: List, keyOf: (item: Json) => string | undefined): List {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    const isNew = key === undefined || !seen.has(key);
    if (key !== undefined) seen.add(key);
    return isNew;
  });
}

function keyOfParameter(parameter: Json): string | undefined {
  if (!isObject(parameter)) return undefined;
  const [name, place] = [textOf(parameter['name']), textOf(parameter['in'])];
  return name === undefined || place === undefined ? textOf(parameter['$ref']) : `${place} ${name}`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
