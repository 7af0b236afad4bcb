import type { LimitUse } from '../../rules/gateway/limit.js';
import { formatAmount, formatShare } from '../../rules/gateway/format-limit.js';
import { formatTable } from './format-table.js';
import type { Terminal } from './terminal.js';

/** A table of the limits and their use. */
export function listLimits(limits: readonly LimitUse[], terminal?: Terminal): string {
  return formatTable([['LIMIT', 'USED', 'OF', 'SHARE'], ...pickLargest(limits).map(formatUse)], terminal);
}

/** The largest use of each limit. */
export function pickLargest(limits: readonly LimitUse[]): readonly LimitUse[] {
  const largest = new Map<string, LimitUse>();
  for (const use of limits) {
    if (use.used >= (largest.get(use.name)?.used ?? 0)) largest.set(use.name, use);
  }
  return [...largest.values()];
}

function formatUse({ name, unit, used, of }: LimitUse): readonly string[] {
  const amount = formatAmount(used, unit);
  return of === undefined
    ? [name, amount, '-', '-']
    : [name, amount, formatAmount(of, unit), formatShare(used, of)];
}
