import { isObject, type Json, type JsonObject } from '../../openapi/openapi.js';

type List = readonly Json[];

/**
 * Lists that OpenAPI wants without repetition or not empty. Nest repeats the members of a class that both `@ApiQuery`
 * and `@Query()` name: the first parameter of a name stands.
 */
export function mendLists(value: JsonObject): JsonObject {
  let mended = dropRepetition(value, 'parameters', keyOfParameter);
  mended = dropRepetition(mended, 'tags', keyOfTag);
  mended = dropRepetition(mended, 'required', textOf);
  if (!isEmpty(mended['required']) && !isEmpty(mended['enum'])) return mended;
  const kept = Object.entries(mended).filter(
    ([name, list]) => !((name === 'required' || name === 'enum') && isEmpty(list)),
  );
  return Object.fromEntries(kept) as JsonObject;
}

/** @param keyOf what tells the items of a list apart. An item without a key stays. */
function dropRepetition(
  value: JsonObject,
  name: string,
  keyOf: (item: Json) => string | undefined,
): JsonObject {
  const items = value[name];
  if (!Array.isArray(items)) return value;
  const kept = withoutRepetition(items as List, keyOf);
  return kept.length < items.length ? { ...value, [name]: kept } : value;
}

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

function keyOfTag(tag: Json): string | undefined {
  return isObject(tag) ? textOf(tag['name']) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
