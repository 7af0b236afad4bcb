import type { SilencedDiagnostic } from '../../diagnostics/diagnostic.js';
import { formatPlace } from '../../diagnostics/format-place.js';
import { formatTable } from './format-table.js';

/** A table of the ignored diagnostics and their reasons. */
export function listSilenced(silenced: readonly SilencedDiagnostic[]): string {
  return formatTable([
    ['IGNORED', 'PLACE', 'REASON'],
    ...silenced.map(({ code, at, reason }) => [code, formatPlace(at), reason.replace(/\s+/g, ' ').trim()]),
  ]);
}
