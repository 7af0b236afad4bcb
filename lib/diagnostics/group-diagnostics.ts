import type { Diagnostic } from './diagnostic.js';
import { groupBy } from './group-by.js';

/** Diagnostics that say the same of several places. */
export interface DiagnosticGroup {
  /** With the first place. */
  readonly first: Diagnostic;
  /** All of them. */
  readonly all: readonly Diagnostic[];
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** One group for each severity, code, message and fix: errors first, otherwise in the given order. */
export function groupDiagnostics(diagnostics: readonly Diagnostic[]): readonly DiagnosticGroup[] {
  const groups = groupBy(diagnostics, ({ severity, code, message, fix }) =>
    [severity, code, message, fix].join('\0'),
  );
  return [...groups.values()]
    .map((all) => ({ first: all[0]!, all }))
    .toSorted((a, b) => RANK[a.first.severity] - RANK[b.first.severity]);
}

/** Groups of one severity and code. */
export function groupByCode(groups: readonly DiagnosticGroup[]): readonly (readonly DiagnosticGroup[])[] {
  return [...groupBy(groups, ({ first }) => `${first.severity} ${first.code}`).values()];
}
