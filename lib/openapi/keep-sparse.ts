/**
 * The same statuses, in an object that V8 keeps small. For a key such as `200` it reserves 300 places, and searches them
 * whenever it lists the keys, unless the object was sparse before.
 */
export function keepSparse<Value>(statuses: Readonly<Record<string, Value>>): Record<string, Value> {
  const sparse: Record<string, Value | undefined> = { 599: undefined };
  delete sparse[599];
  return Object.assign(sparse, statuses) as Record<string, Value>;
}
