import type { BackEnd } from '../../lib/backends/back-end.js';
import { BACK_ENDS } from '../../lib/backends/index.js';
import { IGNORE_RULES, RULES } from '../../lib/rules/index.js';
import type { Rule } from '../../lib/rules/rule.js';

const backEnds: readonly BackEnd[] = BACK_ENDS;

/** The rules of every gateway, of every back end, and about ignores. */
export const ALL_RULES: readonly Pick<Rule, 'code' | 'severity'>[] = [
  ...RULES,
  // Gateways share some, and some have the same code in a grammar of their own.
  ...new Map(backEnds.flatMap(({ rules }) => rules.map((rule) => [rule.code, rule] as const))).values(),
  ...IGNORE_RULES,
];
