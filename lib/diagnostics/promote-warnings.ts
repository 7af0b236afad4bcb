import type { Diagnostic } from './diagnostic.js';

/** With `--strict` warnings become errors, in every format. */
export function promoteWarnings(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((one) => (one.severity === 'warning' ? { ...one, severity: 'error' } : one));
}
