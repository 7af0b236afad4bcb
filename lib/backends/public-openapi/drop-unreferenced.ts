import { isObject, parseReference, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';

/**
 * Drops the components that lost their last reference with the removed operations. What nothing referred to before,
 * such as extra models, stays: its author wants it there. Not so the schemas of the given names, which go with what
 * only they refer to.
 */
export function dropUnreferenced(
  before: OpenApiDocument,
  after: OpenApiDocument,
  hiddenModels: readonly string[] = [],
): OpenApiDocument {
  const { components } = after;
  if (!components) return after;
  const hidden = hiddenModels.map((name) => `schemas/${name}`);
  const reachedBefore = new Set([...reach(before, rootsOf(before)), ...reach(before, hidden)]);
  const unreferencedBefore = Object.entries(components).flatMap(([section, entries]) =>
    Object.keys(entries ?? {})
      .map((name) => `${section}/${name}`)
      .filter((key) => !reachedBefore.has(key)),
  );
  const kept = reach(after, [...rootsOf(after), ...unreferencedBefore]);
  const sections = Object.entries(components).flatMap(([section, entries]): [string, JsonObject][] => {
    const left = Object.entries(entries ?? {}).filter(([name]) => kept.has(`${section}/${name}`));
    return left.length > 0 || Object.keys(entries ?? {}).length === 0
      ? [[section, Object.fromEntries(left)]]
      : [];
  });
  return { ...after, components: Object.fromEntries(sections) };
}

/** References of everything outside the components. */
function rootsOf(document: OpenApiDocument): readonly string[] {
  return [...referencesIn({ ...document, components: undefined })];
}

/** Every component that can be reached from the given ones, as `section/name`. */
function reach(document: OpenApiDocument, roots: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = [...roots];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    const slash = key.indexOf('/');
    queue.push(...referencesIn(document.components?.[key.slice(0, slash)]?.[key.slice(slash + 1)]));
  }
  return reached;
}

function* referencesIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value) yield* referencesIn(item);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (key === '$ref') yield* componentKey(item);
      else if (key === 'mapping' && isObject(item)) {
        for (const target of Object.values(item)) yield* componentKey(target);
      } else if (key === 'security' && Array.isArray(item)) {
        for (const requirement of item.filter(isObject)) {
          for (const name of Object.keys(requirement)) yield `securitySchemes/${name}`;
        }
      } else yield* referencesIn(item);
    }
  }
}

function* componentKey(reference: unknown): Generator<string> {
  const found = parseReference(reference);
  if (found) yield `${found.section}/${found.name}`;
}
