import type { Diagnostic } from './diagnostic.js';
import { formatAnnotations } from './format-annotations.js';
import { formatText, type TextSettings } from './format-text.js';

export type DiagnosticFormat = 'text' | 'json' | 'github';

/** Diagnostics as text, as JSON, or as annotations of a GitHub workflow. Whole lines, or nothing. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
  settings: TextSettings = { verbose: false },
): string {
  return FORMATS[format](diagnostics, settings);
}

const FORMATS: Readonly<
  Record<DiagnosticFormat, (diagnostics: readonly Diagnostic[], settings: TextSettings) => string>
> = {
  text: formatText,
  json: (diagnostics) => `${JSON.stringify(diagnostics, null, 2)}\n`,
  github: formatAnnotations,
};
