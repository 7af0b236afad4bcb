import { formatAnnotations as formatDiagnostics } from '../../diagnostics/format-annotations.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { startAtRepository } from '../places/start-at-repository.js';
import type { ReportSettings } from './report-settings.js';
import type { PlacedChange } from './place-changes.js';
import { RISK_TEXTS } from './risk-texts.js';

/** Annotations of a GitHub workflow at the decorators. A risk that fails the run is an error. */
export function formatAnnotations(changes: readonly PlacedChange[], { failOn }: ReportSettings): string {
  const diagnostics = changes.map(({ risk, kind, at, message }): Diagnostic => {
    const severity = failOn.includes(risk)
      ? 'error'
      : risk === 'security' || risk === 'outage'
        ? 'warning'
        : 'info';
    const { title, meaning } = RISK_TEXTS[risk];
    return { code: kind, severity, at, message, fix: `${title}: ${meaning}`, docs: DOCS };
  });
  return formatDiagnostics(diagnostics.map(startAtRepository));
}

const DOCS = 'nestjs-aws-gateway/docs/command.md#comparing-with-a-file-or-a-commit';
