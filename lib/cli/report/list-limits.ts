import type { LimitUse } from '../../backends/back-end.js';
import { formatAmount, formatShare } from '../../backends/format-limit.js';
import { formatTable } from './format-table.js';

/** A table of what is used of each limit, one a line: of several uses of one limit, the largest. */
export function listLimits(limits: readonly LimitUse[]): string {
  const largest = new Map<string, LimitUse>();
  for (const use of limits) {
    if (use.used >= (largest.get(use.name)?.used ?? 0)) largest.set(use.name, use);
  }
  return formatTable([['LIMIT', 'USED', 'OF', 'SHARE'], ...[...largest.values()].map(formatUse)]);
}

function formatUse({ name, unit, used, of }: LimitUse): readonly string[] {
  const amount = formatAmount(used, unit);
  return of === undefined
    ? [name, amount, '-', '-']
    : [name, amount, formatAmount(of, unit), formatShare(used, of)];
}
