import type { Change } from './change.js';
import { RISKS } from './change-kinds.js';

/** The highest risk first; within one risk the order stays. */
export function sortByRisk(changes: readonly Change[]): readonly Change[] {
  return changes.toSorted((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk));
}
