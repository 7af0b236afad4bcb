import { countDiagnostics } from './count-diagnostics.js';
import type { Diagnostic } from './diagnostic.js';
import { formatPlace } from './format-place.js';
import { groupByCode, groupDiagnostics, type DiagnosticGroup } from './group-diagnostics.js';
import { listPlaces } from './list-places.js';
import { formatByController } from './format-by-controller.js';
import { formatEntry } from './format-entry.js';
import { plain, type Paint } from './paint.js';

/** Messages of one code that are printed in full. */
const MESSAGES = { error: 5, warning: 2, info: 1 } as const;
/** Without an error, more lines than these are shortened to one a code. */
const QUIET = 10;
/** With errors, warnings are shortened when all take more lines than these. */
const READABLE = 30;
/** Pieces between the line breaks of an entry in the short form: at most two lines, and what follows the last. */
const SHORT = 3;
/** Codes that are listed in the short form. */
const CODES = 8;

export interface TextSettings {
  /** Every diagnostic in full, by controller. */
  readonly verbose: boolean;
  /** Absent: without colours. */
  readonly paint?: Paint;
}

/**
 * Diagnostics for people. What concerns several places is printed once, in at most ten lines if the application has no
 * error.
 */
export function formatText(
  diagnostics: readonly Diagnostic[],
  { verbose, paint = plain }: TextSettings,
): string {
  if (diagnostics.length === 0) return '';
  const count = countDiagnostics(diagnostics, paint);
  if (verbose) return print(formatByController(diagnostics, paint), count);
  const groups = groupDiagnostics(diagnostics);
  const errors = groups.filter(({ first }) => first.severity === 'error');
  const others = groups.filter(({ first }) => first.severity !== 'error');
  const [failing, full] = [formatGroups(errors, paint), formatGroups(others, paint)];
  const whole = [...failing.entries, ...full.entries];
  const limit = errors.length > 0 ? READABLE : QUIET;
  const fits = countLines(whole) < limit;
  const entries = fits ? whole : [...failing.entries, ...shorten(others, paint, errors.length === 0)];
  const isCut = (fits ? failing.isCut || full.isCut : true) || groups.length < diagnostics.length;
  return print(entries, isCut ? `${count} (--verbose shows each)` : count);
}

function print(entries: readonly string[], count: string): string {
  const isShort = entries.every((entry) => entry.split('\n').length <= SHORT);
  return `${entries.join(isShort ? '' : '\n')}${isShort ? '' : '\n'}${count}\n`;
}

function countLines(entries: readonly string[]): number {
  return entries.join('\n').split('\n').length;
}

function formatGroups(
  groups: readonly DiagnosticGroup[],
  paint: Paint,
): {
  readonly entries: readonly string[];
  readonly isCut: boolean;
} {
  let isCut = false;
  const entries = groupByCode(groups).flatMap((ofCode) => {
    const { severity, code } = ofCode[0]!.first;
    const most = MESSAGES[severity];
    const shown = ofCode.slice(0, most).map((group) => formatGroup(group, paint));
    const left = ofCode.slice(most).reduce((sum, { all }) => sum + all.length, 0);
    if (left === 0) return shown;
    isCut = true;
    return [...shown, `${left} more of ${paint(severity, `${code} (${severity})`)}\n`];
  });
  return { entries, isCut };
}

function formatGroup({ first, all }: DiagnosticGroup, paint: Paint): string {
  if (all.length === 1) return formatEntry(first, paint);
  const more = all.length - 1;
  return formatEntry(first, paint, {
    place: `${formatPlace(first.at)}, and ${more} more ${more === 1 ? 'place' : 'places'}`,
    places: listPlaces(all),
  });
}

/** One line a code: how often, and where first. What was found follows where ten lines hold it. */
function shorten(groups: readonly DiagnosticGroup[], paint: Paint, isHealthy: boolean): readonly string[] {
  const codes = groupByCode(groups);
  const hasMessages = isHealthy && 2 * codes.length < QUIET;
  const lines = codes.slice(0, CODES).map((ofCode) => {
    const { code, severity, at, message } = ofCode[0]!.first;
    const times = ofCode.reduce((sum, { all }) => sum + all.length, 0);
    return `${paint(severity, `${code} (${severity})`)}: ${times === 1 ? '' : `${times} places, the first `}${formatPlace(at)}\n${hasMessages ? `  ${message.split('\n')[0]}\n` : ''}`;
  });
  const left = codes.length - CODES;
  return left > 0 ? [...lines, `and ${left} more ${left === 1 ? 'code' : 'codes'}\n`] : lines;
}
