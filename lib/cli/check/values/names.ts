import type { HclPlace } from '../hcl/expression.js';
import type { Value } from './value.js';

/** Names that stand for a value within an expression: those of a `for`, `each` and `count`. */
export type Names = ReadonlyMap<string, Value>;

export const NO_NAMES: Names = new Map();

export function eachOf(key: Value, value: Value, at: HclPlace): Names {
  return new Map([['each', objectOf({ key, value }, at)]]);
}

export function countOf(index: Value, at: HclPlace): Names {
  return new Map([['count', objectOf({ index }, at)]]);
}

export function objectOf(values: Readonly<Record<string, Value>>, at: HclPlace): Value {
  const members = new Map(
    Object.entries(values).map(([name, value]) => [name, { value, at, isWritten: false }]),
  );
  return { kind: 'object', members, open: [], at };
}
