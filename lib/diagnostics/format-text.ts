import { countDiagnostics } from './count-diagnostics.js';
import type { Diagnostic } from './diagnostic.js';
import { formatPlace } from './format-place.js';
import { groupByCode, groupDiagnostics, type DiagnosticGroup } from './group-diagnostics.js';
import { listPlaces } from './list-places.js';

/** Messages of one code that are printed in full. */
const MESSAGES = { error: 5, warning: 2, info: 1 } as const;
/** Without an error, more lines than these are shortened to one a code. */
const QUIET = 10;
/** With errors, warnings are shortened when all take more lines than these. */
const READABLE = 30;
/** Codes that are listed in the short form. */
const CODES = 8;

export interface TextSettings {
  /** Every diagnostic in full. */
  readonly verbose: boolean;
}

/**
 * Diagnostics for people. What is said of several places is said once: of an application without an error in at most ten
 * lines.
 */
export function formatText(diagnostics: readonly Diagnostic[], { verbose }: TextSettings): string {
  if (diagnostics.length === 0) return '';
  if (verbose) return print(diagnostics.map(formatOne), countDiagnostics(diagnostics));
  const groups = groupDiagnostics(diagnostics);
  const errors = groups.filter(({ first }) => first.severity === 'error');
  const others = groups.filter(({ first }) => first.severity !== 'error');
  const [failing, full] = [formatGroups(errors), formatGroups(others)];
  const whole = [...failing.entries, ...full.entries];
  const limit = errors.length > 0 ? READABLE : QUIET;
  const fits = countLines(whole) < limit;
  const entries = fits ? whole : [...failing.entries, ...shorten(others)];
  const isCut = (fits ? failing.isCut || full.isCut : true) || groups.length < diagnostics.length;
  const count = countDiagnostics(diagnostics);
  return print(entries, isCut ? `${count} (--verbose shows each)` : count);
}

function print(entries: readonly string[], count: string): string {
  const isShort = entries.every((entry) => entry.split('\n').length === 2);
  return `${entries.join(isShort ? '' : '\n')}${isShort ? '' : '\n'}${count}\n`;
}

function countLines(entries: readonly string[]): number {
  return entries.join('\n').split('\n').length;
}

function formatGroups(groups: readonly DiagnosticGroup[]): {
  readonly entries: readonly string[];
  readonly isCut: boolean;
} {
  let isCut = false;
  const entries = groupByCode(groups).flatMap((ofCode) => {
    const { severity, code } = ofCode[0]!.first;
    const most = MESSAGES[severity];
    const shown = ofCode.slice(0, most).map(formatGroup);
    const left = ofCode.slice(most).reduce((sum, { all }) => sum + all.length, 0);
    if (left === 0) return shown;
    isCut = true;
    return [...shown, `${left} more of ${code} (${severity})\n`];
  });
  return { entries, isCut };
}

function formatGroup({ first, all }: DiagnosticGroup): string {
  if (all.length === 1) return formatOne(first);
  const more = all.length - 1;
  const { message, fix, code, severity, docs } = first;
  return format(`${formatPlace(first.at)}, and ${more} more ${more === 1 ? 'place' : 'places'}`, [
    message,
    `in ${listPlaces(all)}`,
    fix,
    `${code} (${severity}), see ${docs}`,
  ]);
}

function formatOne({ at, message, fix, code, severity, docs }: Diagnostic): string {
  return format(formatPlace(at), [message, fix, `${code} (${severity}), see ${docs}`]);
}

function format(place: string, lines: readonly string[]): string {
  return `${place}\n${lines.map((line) => `  ${line.replace(/\r?\n/g, '\n  ')}\n`).join('')}`;
}

/** One line a code: how often, and where first. */
function shorten(groups: readonly DiagnosticGroup[]): readonly string[] {
  const codes = groupByCode(groups);
  const lines = codes.slice(0, CODES).map((ofCode) => {
    const { code, severity, at } = ofCode[0]!.first;
    const times = ofCode.reduce((sum, { all }) => sum + all.length, 0);
    return `${code} (${severity}): ${times === 1 ? '' : `${times} places, the first `}${formatPlace(at)}\n`;
  });
  const left = codes.length - CODES;
  return left > 0 ? [...lines, `and ${left} more ${left === 1 ? 'code' : 'codes'}\n`] : lines;
}
