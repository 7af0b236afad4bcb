import { compareGateways } from '../../compare-gateways.js';
import type { LimitUse } from '../../rules/gateway/limit.js';
import type { DiagnosticFormat } from '../../diagnostics/format-diagnostics.js';
import type { SilencedDiagnostic } from '../../diagnostics/diagnostic.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import { describePlaceholders } from '../../backends/placeholders/index.js';
import { formatPlaceholders } from '../report/format-placeholders.js';
import { describeGateways, listGateways } from '../report/list-gateways.js';
import { listLimits, pickLargest } from '../report/list-limits.js';
import { describeRoutes, listRoutes } from '../report/list-routes.js';
import { listSilenced } from '../report/list-silenced.js';

interface Listed {
  readonly model: GatewayModel;
  readonly limits: readonly LimitUse[];
  readonly silenced: readonly SilencedDiagnostic[];
}

/** What `--list` prints: tables, or one JSON object. */
export function formatList({ model, limits, silenced }: Listed, format: DiagnosticFormat): string {
  const listed = describePlaceholders(model);
  const gateways = compareGateways(model);
  if (format === 'json') {
    const list = {
      routes: describeRoutes(model, gateways),
      gateways: describeGateways(gateways),
      limits: pickLargest(limits),
      ...listed,
      silenced,
    };
    return `${JSON.stringify(list, null, 2)}\n`;
  }
  return [
    listRoutes(model, gateways),
    listGateways(gateways),
    listLimits(limits),
    ...(listed.placeholders.length > 0 ? [formatPlaceholders(listed)] : []),
    ...(silenced.length > 0 ? [listSilenced(silenced)] : []),
  ].join('\n');
}
