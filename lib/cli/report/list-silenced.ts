import type { SilencedDiagnostic } from '../../diagnostics/diagnostic.js';
import { formatPlace } from '../../diagnostics/format-place.js';
import { formatTable } from './format-table.js';
import type { Terminal } from './terminal.js';

/** A table of the ignored diagnostics and their reasons. */
export function listSilenced(silenced: readonly SilencedDiagnostic[], terminal?: Terminal): string {
  const rows = silenced.map(({ code, at, reason }) => [
    code,
    formatPlace(at),
    reason.replace(/\s+/g, ' ').trim(),
  ]);
  return formatTable([['IGNORED', 'PLACE', 'REASON'], ...rows], terminal);
}
