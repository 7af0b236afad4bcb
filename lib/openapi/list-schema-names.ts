import type { SchemaLookup } from './find-referenced.js';
import { referencesIn } from './list-references.js';
import { parseReference } from './openapi.js';

/** The names of the schemas that a schema refers to, directly or not. */
export function listSchemaNames(schema: unknown, lookup: SchemaLookup): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const queue = [schema];
  while (queue.length > 0) {
    for (const { target } of referencesIn(queue.pop(), '')) {
      if (seen.has(target)) continue;
      seen.add(target);
      const { section, name } = parseReference(target) ?? {};
      if (section === 'schemas' && name !== undefined) names.add(name);
      queue.push(lookup({ $ref: target }));
    }
  }
  return names;
}
