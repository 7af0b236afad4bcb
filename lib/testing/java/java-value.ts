import type { BigDecimal } from './big-decimal.js';

/**
 * A value as Java's Velocity sees it. Whole numbers (`Integer`, `Long`, `BigInteger`) are bigints, `Double` is a number,
 * so that each prints as in Java; a list or map of JSON keeps its order.
 */
export type JavaValue =
  null | string | boolean | bigint | number | BigDecimal | readonly JavaValue[] | JavaMap | JavaObject;

export type JavaMap = Map<string, JavaValue>;

export type JavaMethod = (...args: readonly JavaValue[]) => JavaValue;

/** An object of API Gateway's own, such as `$input`: what a template may read and call. */
export class JavaObject {
  constructor(
    readonly properties: Readonly<Record<string, JavaValue>>,
    readonly methods: Readonly<Record<string, JavaMethod>>,
    /** What it prints. */
    readonly text = '',
  ) {}
}

/** A list read from JSON: unlike other lists it prints as JSON. */
export class JsonList extends Array<JavaValue> {}

/** A map of `$context`: it is read like any other, and prints nothing. */
export class ContextMap extends Map<string, JavaValue> {}

/** `$context` and what is in it. */
export function toContext(value: unknown): JavaValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return toJava(value);
  return new ContextMap(Object.entries(value).map(([name, member]) => [name, toContext(member)]));
}

/** What plain JavaScript data is in Java; undefined is null. */
export function toJava(value: unknown): JavaValue {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return JsonList.from(value, toJava);
  return new Map(Object.entries(value).map(([name, member]) => [name, toJava(member)]));
}
