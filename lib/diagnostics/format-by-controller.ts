import { countDiagnostics } from './count-diagnostics.js';
import type { Diagnostic } from './diagnostic.js';
import { formatEntry } from './format-entry.js';
import { groupBy } from './group-by.js';
import type { Paint } from './paint.js';

/** Every diagnostic, those of a controller below its name and their number. A single group has no heading. */
export function formatByController(diagnostics: readonly Diagnostic[], paint: Paint): readonly string[] {
  const groups = [...groupBy(diagnostics, ({ at }) => at.controller)];
  return groups.flatMap(([controller, found]) => {
    const name = paint('strong', controller ?? 'not in a controller');
    const heading = groups.length > 1 ? [`${name}: ${countDiagnostics(found, paint)}\n`] : [];
    return [...heading, ...found.map((one) => formatEntry(one, paint))];
  });
}
