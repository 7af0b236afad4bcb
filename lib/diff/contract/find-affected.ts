import { memberOf } from '../../openapi/member-of.js';
import type { JsonObject, OpenApiDocument } from '../../openapi/openapi.js';
import { isSame } from '../is-same.js';

/** The paths whose operations differ, themselves or in a component that they refer to. */
export function findAffected(base: OpenApiDocument, now: OpenApiDocument): ReadonlySet<string> {
  const changed = findChangedComponents(base, now);
  const names = new Set([...Object.keys(base.paths), ...Object.keys(now.paths)]);
  return new Set(
    [...names].filter((path) => {
      const [was, is] = [memberOf(base.paths, path), memberOf(now.paths, path)];
      return !isSame(was, is) || refersToOne(is, changed);
    }),
  );
}

/** References to components that differ, or that refer to one that does. */
function findChangedComponents(base: OpenApiDocument, now: OpenApiDocument): ReadonlySet<string> {
  const [was, is] = [listComponents(base), listComponents(now)];
  const changed = new Set(
    [...is.keys()].filter((reference) => !isSame(was.get(reference), is.get(reference))),
  );
  for (let size = -1; size !== changed.size;) {
    size = changed.size;
    for (const [reference, component] of is) {
      if (!changed.has(reference) && refersToOne(component, changed)) changed.add(reference);
    }
  }
  return changed;
}

function listComponents({ components = {} }: OpenApiDocument): ReadonlyMap<string, JsonObject> {
  return new Map(
    Object.keys(components).flatMap((section) =>
      Object.keys(memberOf(components, section)).map((name) => [
        `#/components/${section}/${name}`,
        memberOf(memberOf(components, section), name),
      ]),
    ),
  );
}

function refersToOne(value: unknown, references: ReadonlySet<string>): boolean {
  if (references.size === 0) return false;
  return [...JSON.stringify(value).matchAll(/"\$ref":"([^"]+)"/g)].some(([, one]) => references.has(one!));
}
