import { formatPlace } from '../../diagnostics/format-place.js';
import { formatText } from '../../diagnostics/format-text.js';
import type { Explanation } from './explain-route.js';
import { formatTable } from '../report/format-table.js';
import { listSilenced } from '../report/list-silenced.js';
import { NO_TERMINAL, type Terminal } from '../report/terminal.js';
import type { JsonObject } from '../../openapi/openapi.js';
import { layOutTemplate } from '../../grammar/lay-out-template.js';
import { separateTemplates } from './separate-templates.js';
import type { Setting } from './setting.js';

/** An explanation as text: tables, with empty lines between them. */
export function formatExplanation(
  { at, unserved, settings, guards, answers, diagnostics, silenced, integration }: Explanation,
  terminal: Terminal = NO_TERMINAL,
): string {
  const { paint } = terminal;
  const rows = settings.map(({ name, value, from }) => [name, formatValue(value), from]);
  return [
    `${paint('strong', formatPlace(at))}\n${unserved === undefined ? '' : `not served by API Gateway: ${unserved}\n`}`,
    formatTable([['SETTING', 'VALUE', 'FROM'], ...rows], terminal),
    ...(guards.length > 0 ? [formatGuards(guards, terminal)] : []),
    ...(answers.length > 0 ? [formatAnswers(answers, terminal)] : []),
    ...(silenced.length > 0 ? [listSilenced(silenced, terminal)] : []),
    ...(diagnostics.length > 0 ? [formatText(diagnostics, { verbose: true, paint })] : []),
    ...(integration ? formatIntegration(integration) : []),
  ].join('\n');
}

/** The templates separately, as text: in JSON each is one long line. */
function formatIntegration(integration: JsonObject): readonly string[] {
  const { rest, templates } = separateTemplates(integration);
  return [
    `${'regex_priority' in integration ? 'route of Kong' : 'x-amazon-apigateway-integration'}\n${JSON.stringify(rest, null, 2)}\n`,
    ...templates.map(({ name, text }) => `${name}\n${layOutTemplate(text, true).replace(/^/gm, '  ')}\n`),
  ];
}

function formatAnswers(answers: Explanation['answers'], terminal: Terminal): string {
  const rows = answers.map(({ status, from, when }) => [status, from, when]);
  return formatTable([['STATUS', 'FROM', 'WHEN'], ...rows], terminal);
}

function formatValue(value: Setting['value']): string {
  if (value === null) return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(' ') || '-' : String(value);
}

function formatGuards(guards: Explanation['guards'], terminal: Terminal): string {
  const rows = guards.map(({ name, level, runs }) => [
    name,
    level,
    runs ? 'where the handler runs' : 'never: API Gateway does not call the handler',
  ]);
  return formatTable([['GUARD', 'LEVEL', 'RUNS'], ...rows], terminal);
}
