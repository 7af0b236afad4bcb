import type { OptionFault } from '../options/option-fault.js';
import type { Rule } from './rule.js';

/** A rule that reports one kind of option fault. */
export function optionRule(code: OptionFault['code']): Rule {
  return {
    code,
    severity: 'error',
    final: true,
    *check({ faults }) {
      for (const { code: found, at, message, fix } of faults) if (found === code) yield { at, message, fix };
    },
  };
}
