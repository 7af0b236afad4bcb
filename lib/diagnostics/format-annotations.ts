import type { Diagnostic } from './diagnostic.js';
import { formatPlace } from './format-place.js';
import { groupByCode, groupDiagnostics, type DiagnosticGroup } from './group-diagnostics.js';
import { listPlaces } from './list-places.js';

/** GitHub shows so many annotations of a severity in one step, and drops the rest. */
const SHOWN = 10;

/**
 * Annotations of a GitHub workflow: one for each diagnostic while GitHub shows them all, otherwise one for those that say
 * the same, otherwise one for each code.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatAnnotations(diagnostics: readonly Diagnostic[]): string {
  return (['error', 'warning', 'info'] as const)
    .flatMap((severity) => merge(diagnostics.filter((one) => one.severity === severity)))
    .join('');
}

function merge(diagnostics: readonly Diagnostic[]): readonly string[] {
  if (diagnostics.length <= SHOWN) return diagnostics.map((one) => formatGroup({ first: one, all: [one] }));
  const groups = groupDiagnostics(diagnostics);
  if (groups.length <= SHOWN) return groups.map(formatGroup);
  const codes = groupByCode(groups).map((ofCode): DiagnosticGroup => ({
    first: ofCode[0]!.first,
    all: ofCode.flatMap(({ all }) => all),
  }));
  if (codes.length <= SHOWN) return codes.map(formatGroup);
  const left = codes.slice(SHOWN - 1);
  const names = left.map(({ first, all }) => `${first.code} (${all.length})`).join(', ');
  const rest = { ...left[0]!.first, message: `there are more diagnostics: ${names}` };
  return [...codes.slice(0, SHOWN - 1).map(formatGroup), annotate(rest, 'more', rest.message)];
}

function formatGroup({ first, all }: DiagnosticGroup): string {
  const { at, message, fix, code, docs } = first;
  const others = all.length > 1 ? [`${all.length} places: ${listPlaces(all)}`] : [];
  const isSame = all.every((one) => one.message === message);
  const text = [
    `${formatPlace(withoutFile(at))}: ${message}`,
    ...(isSame ? [] : ['Other places have other values: run `apigen --verbose`.']),
    ...others,
    fix,
    `See ${docs}`,
  ];
  return annotate(first, code, text.join('\n'));
}

/** The properties name the file. */
function withoutFile({ file, line, column, ...at }: Diagnostic['at']): Diagnostic['at'] {
  return column === undefined && file !== undefined ? { file, ...(line === undefined ? {} : { line }) } : at;
}

/** A line break would end a workflow command, and a colon or a comma the value of its property. */
function annotate({ at, severity }: Diagnostic, title: string, text: string): string {
  const properties = Object.entries({ file: at.file, line: at.line, col: at.column, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${severity === 'info' ? 'notice' : severity} ${properties.join(',')}::${escapeData(text)}\n`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
