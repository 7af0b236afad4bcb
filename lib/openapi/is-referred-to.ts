import type { SchemaLookup } from './find-referenced.js';
import { referencesIn } from './list-references.js';
import { parseReference } from './openapi.js';

/** Whether a schema refers to the one of a name, also through others. */
export function isReferredTo(name: string, schema: unknown, lookup: SchemaLookup): boolean {
  const seen = new Set<string>();
  const queue = [schema];
  while (queue.length > 0) {
    for (const { target } of referencesIn(queue.pop(), '')) {
      if (parseReference(target)?.name === name) return true;
      if (!seen.has(target)) queue.push(lookup({ $ref: target }));
      seen.add(target);
    }
  }
  return false;
}
