import { BigDecimal } from './big-decimal.js';
import type { JavaValue } from './java-value.js';
import { printJava } from './print-java.js';

type JavaNumber = bigint | number | BigDecimal;

export function isNumber(value: JavaValue): value is JavaNumber {
  return typeof value === 'bigint' || typeof value === 'number' || value instanceof BigDecimal;
}

export function toNumber(value: JavaNumber): number {
  return value instanceof BigDecimal ? value.toNumber() : Number(value);
}

/** Velocity's arithmetic: whole numbers stay whole; what is not a number, or divided by zero, is null. */
export function calculate(operator: string, left: JavaValue, right: JavaValue): JavaValue {
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) {
    return left === null || right === null ? null : printJava(left) + printJava(right);
  }
  if (!isNumber(left) || !isNumber(right)) return null;
  if ((operator === '/' || operator === '%') && toNumber(right) === 0) return null;
  return typeof left === 'bigint' && typeof right === 'bigint'
    ? ON_WHOLES[operator]!(left, right)
    : ON_DOUBLES[operator]!(toNumber(left), toNumber(right));
}

/** Below zero, zero or above; undefined if one is not a number. */
export function compare(left: JavaValue, right: JavaValue): number | undefined {
  if (!isNumber(left) || !isNumber(right)) return undefined;
  const [a, b] =
    typeof left === 'bigint' && typeof right === 'bigint' ? [left, right] : [toNumber(left), toNumber(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

const ON_WHOLES: Readonly<Record<string, (left: bigint, right: bigint) => bigint>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
};

const ON_DOUBLES: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
};
