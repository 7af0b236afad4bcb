import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { countDiagnostics } from '../../diagnostics/format-diagnostics.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import { count } from '../report/count.js';

export function failsRun({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** What `--strict` makes of warnings, in every format: what it fails for is an error. */
export function promoteWarnings(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((one) => (one.severity === 'warning' ? { ...one, severity: 'error' } : one));
}

interface Run {
  readonly check: boolean;
  readonly list: boolean;
  readonly failed: boolean;
  /** Whether a file was asked for. */
  readonly asked: boolean;
}

/** The last words of a run that writes nothing; empty where all is said. */
export function summarize(
  { check, list, failed, asked }: Run,
  { routes }: GatewayModel,
  diagnostics: readonly Diagnostic[],
): string {
  if (failed) return asked && !check ? 'apigen: nothing was written\n' : '';
  if (asked || list) return '';
  const faults = countDiagnostics(diagnostics) || 'no faults';
  return `apigen: ${count(routes.length, 'route')}, ${faults}; name a file with --out-private or --out-public to write it\n`;
}
