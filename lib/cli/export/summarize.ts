import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { countDiagnostics } from '../../diagnostics/count-diagnostics.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import { count } from '../report/count.js';

export function failsRun({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

interface Run {
  readonly check: boolean;
  readonly list: boolean;
  readonly failed: boolean;
  /** Whether an output file is set. */
  readonly asked: boolean;
}

/** The last line of a run that writes nothing; empty if no line is needed. */
export function summarize(
  { check, list, failed, asked }: Run,
  { routes }: GatewayModel,
  diagnostics: readonly Diagnostic[],
): string {
  if (failed) return asked && !check ? 'apigen: nothing was written\n' : '';
  if (asked || list) return '';
  const faults = countDiagnostics(diagnostics) || 'no diagnostics';
  return `apigen: ${count(routes.length, 'route')}, ${faults}; set --out-private or --out-public to write a file\n`;
}
