import { JavaException } from './java-exception.js';
import type { BigDecimal } from './big-decimal.js';
import type { JavaMethod } from './java-value.js';
import { toNumber } from './java-arithmetic.js';

/** The methods of numbers and booleans, and those of their classes, which templates call by a number at hand. */
export function numberMethods(
  value: bigint | number | boolean | BigDecimal,
): Readonly<Record<string, JavaMethod>> {
  if (typeof value === 'boolean') return { booleanValue: () => value };
  const whole = (): bigint => (typeof value === 'bigint' ? value : BigInt(Math.trunc(toNumber(value))));
  return {
    intValue: () => BigInt.asIntN(32, whole()),
    longValue: () => BigInt.asIntN(64, whole()),
    doubleValue: () => toNumber(value),
    parseInt: parseWhole,
    parseLong: parseWhole,
    valueOf: parseWhole,
    parseDouble: (text) => Number(text),
  };
}

const parseWhole: JavaMethod = (text) => {
  if (typeof text !== 'string') return null;
  if (!/^[+-]?\d+$/.test(text)) throw new JavaException(`NumberFormatException: ${JSON.stringify(text)}`);
  return BigInt(text.replace('+', ''));
};
