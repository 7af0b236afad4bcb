import { formatDiagnostics, formatPlace } from '../../diagnostics/format-diagnostics.js';
import type { Explanation } from './explain-route.js';
import { formatTable } from '../report/format-table.js';
import { listSilenced } from '../report/list-silenced.js';
import type { Setting } from './setting.js';

/** An explanation for people: tables, with empty lines between them. */
export function formatExplanation({
  at,
  unserved,
  settings,
  guards,
  diagnostics,
  silenced,
  integration,
}: Explanation): string {
  const rows = settings.map(({ name, value, from }) => [name, formatValue(value), from]);
  return [
    `${formatPlace(at)}\n${unserved === undefined ? '' : `not served by API Gateway: ${unserved}\n`}`,
    formatTable([['SETTING', 'VALUE', 'FROM'], ...rows]),
    ...(guards.length > 0 ? [formatGuards(guards)] : []),
    ...(silenced.length > 0 ? [listSilenced(silenced)] : []),
    ...(diagnostics.length > 0 ? [formatDiagnostics(diagnostics, 'text')] : []),
    ...(integration ? [`x-amazon-apigateway-integration\n${JSON.stringify(integration, null, 2)}\n`] : []),
  ].join('\n');
}

function formatValue(value: Setting['value']): string {
  if (value === null) return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(' ') || '-' : String(value);
}

function formatGuards(guards: Explanation['guards']): string {
  const rows = guards.map(({ name, level, runs }) => [
    name,
    level,
    runs ? 'where the handler runs' : 'never: API Gateway does not call the handler',
  ]);
  return formatTable([['GUARD', 'LEVEL', 'RUNS'], ...rows]);
}
