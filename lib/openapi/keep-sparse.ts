/**
 * An object by status that V8 keeps small. For a key such as `200` it reserves 300 places, and searches them whenever it
 * lists the keys, unless the object was sparse before.
 */
export function keepSparse<Value>(
  entries: Iterable<readonly [status: string, Value]>,
): Record<string, Value> {
  const sparse: Record<string, Value | undefined> = { 599: undefined };
  delete sparse[599];
  for (const [status, value] of entries) sparse[status] = value;
  return sparse as Record<string, Value>;
}
