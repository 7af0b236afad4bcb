import type { HclPlace } from '../hcl/expression.js';
import { unknown, type Value } from './value.js';

/** What an operator makes of its operands. One operand may decide, whatever the other one is. */
export function evaluateOperation(operator: string, operands: readonly Value[], at: HclPlace): Value {
  const [left, right] = operands;
  if (left?.kind === 'known' && right?.kind === 'known') {
    if (operator === '==') return { kind: 'known', value: left.value === right.value, at };
    if (operator === '!=') return { kind: 'known', value: left.value !== right.value, at };
    if (operator === '&&') return { kind: 'known', value: left.value === true && right.value === true, at };
    if (operator === '||') return { kind: 'known', value: left.value === true || right.value === true, at };
    const compare = COMPARISONS[operator];
    if (compare) return { kind: 'known', value: compare(Number(left.value), Number(right.value)), at };
  }
  if (operands.some((one) => one.kind === 'known' && one.value === null) && operands.some(isNeverNull)) {
    if (operator === '==' || operator === '!=') return { kind: 'known', value: operator === '!=', at };
  }
  // Whatever the other one is.
  const decides = operator === '&&' ? false : operator === '||' ? true : undefined;
  if (operands.some((one) => one.kind === 'known' && one.value === decides)) {
    return { kind: 'known', value: decides!, at };
  }
  if (operands.length === 1 && left?.kind === 'known') {
    if (operator === '!') return { kind: 'known', value: left.value !== true, at };
    if (operator === '-') return { kind: 'known', value: -Number(left.value), at };
  }
  return unknown(at, 'the result of an operation is not known', operands);
}

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

function isNeverNull({ kind }: Value): boolean {
  return kind === 'object' || kind === 'list' || kind === 'text' || kind === 'document';
}
