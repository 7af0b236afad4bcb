import type { OpenApiDocument } from '../../openapi/openapi.js';
import type { Change } from '../change.js';
import { createChange } from '../create-change.js';
import { readRoutes } from '../routes/read-routes.js';
import { compareGuards, readGuards } from './compare-guards.js';

/** Who may call the operations that both documents have. */
export function compareGuardsOfRoutes(base: OpenApiDocument, now: OpenApiDocument): readonly Change[] {
  const was = readRoutes(base);
  return [...readRoutes(now)].flatMap(([name, { method, path, operation }]) => {
    const before = was.get(name);
    if (!before) return [];
    const found = compareGuards(readGuards(before.operation, base), readGuards(operation, now));
    return found.map((one) => createChange(one, { method, path }));
  });
}
