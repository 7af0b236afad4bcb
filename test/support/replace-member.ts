/** A copy of a value in which one member, by its path, is another; `undefined` takes it away. */
export function replaceMember(target: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const given = typeof target === 'object' && target !== null ? target : {};
  const copy = (Array.isArray(given) ? [...given] : { ...given }) as Record<string, unknown>;
  const item = replaceMember(copy[key], rest, value);
  if (item === undefined) delete copy[key];
  else copy[key] = item;
  return copy;
}
