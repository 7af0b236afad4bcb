/** The parameters of a query, decoded, all values of each name. A plus is a blank; a broken escape stays as it is. */
export function parseQuery(rawQuery: string): Readonly<Record<string, readonly string[]>> {
  if (rawQuery === '') return {};
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(rawQuery)) {
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return Object.fromEntries(values);
}
