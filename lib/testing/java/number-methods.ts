import { JavaException } from './java-exception.js';
import type { BigDecimal } from './big-decimal.js';
import type { JavaMethod } from './java-value.js';
import { toNumber } from './java-arithmetic.js';

/** The methods of numbers and booleans, and those of their classes, which templates call by a number at hand. */
export function numberMethods(
  value: bigint | number | boolean | BigDecimal,
): Readonly<Record<string, JavaMethod>> {
  if (typeof value === 'boolean') return { booleanValue: () => value };
  const whole = (bits: number): bigint =>
    typeof value === 'bigint' ? BigInt.asIntN(bits, value) : truncate(toNumber(value), bits);
  return {
    intValue: () => whole(32),
    longValue: () => whole(64),
    doubleValue: () => toNumber(value),
    parseInt: parseWhole,
    parseLong: parseWhole,
    valueOf: parseWhole,
    parseDouble: (text) => Number(text),
  };
}

/** As Java casts a `double`: one out of range becomes the largest or the smallest number of the type. */
function truncate(value: number, bits: number): bigint {
  if (Number.isNaN(value)) return 0n;
  const end = 2n ** BigInt(bits - 1);
  if (value >= Number(end)) return end - 1n;
  return value <= -Number(end) ? -end : BigInt(Math.trunc(value));
}

const parseWhole: JavaMethod = (text) => {
  if (typeof text !== 'string') return null;
  if (!/^[+-]?\d+$/.test(text)) throw new JavaException(`NumberFormatException: ${JSON.stringify(text)}`);
  return BigInt(text.replace('+', ''));
};
