import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { formatDiagnostics, type DiagnosticFormat } from '../../diagnostics/format-diagnostics.js';
import type { TextSettings } from '../../diagnostics/format-text.js';
import { startAtRepository } from './start-at-repository.js';

/** Diagnostics in the format of a run, with the files as GitHub looks for them in its own. */
export function formatFromRepository(
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
  settings: TextSettings,
): string {
  return formatDiagnostics(
    format === 'github' ? diagnostics.map(startAtRepository) : diagnostics,
    format,
    settings,
  );
}
