import type { Diagnostic } from './diagnostic.js';
import { plain, type Paint } from './paint.js';

/** `2 errors, 1 warning` */
export function countDiagnostics(
  diagnostics: readonly Pick<Diagnostic, 'severity'>[],
  paint: Paint = plain,
): string {
  return (['error', 'warning', 'info'] as const)
    .map((severity) => [severity, diagnostics.filter((found) => found.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => paint(severity, `${count} ${severity}${count === 1 ? '' : 's'}`))
    .join(', ');
}
