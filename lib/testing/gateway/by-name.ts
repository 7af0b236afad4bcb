/** Values by names that callers and documents choose: `constructor` and `__proto__` are names like any other. */
export function byName<Value>(entries: Iterable<readonly [string, Value]>): Readonly<Record<string, Value>> {
  const values = Object.create(null) as Record<string, Value>;
  for (const [name, value] of entries) values[name] = value;
  return values;
}
