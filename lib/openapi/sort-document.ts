import { mapValues } from '../values/map-values.js';
import { isObject, type Json, type JsonObject, type OpenApiDocument } from './openapi.js';

/** Sorts paths, verbs and components by name, so that the order of modules does not change the document. */
export function sortDocument(document: OpenApiDocument): OpenApiDocument {
  const { paths, components } = document;
  return {
    ...document,
    paths: sortKeys(mapValues(paths, sortKeys)) as OpenApiDocument['paths'],
    ...(components ? { components: sortKeys(mapValues(components, sortKeys)) as JsonObject } : {}),
  } as OpenApiDocument;
}

function isSorted(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || keys[index - 1]! <= key);
}

function sortKeys(value: Json | undefined): Json | undefined {
  if (!isObject(value) || isSorted(Object.keys(value))) return value;
  // By code unit: a locale's order would differ between machines.
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
