export interface ComparedNames {
  /** The new name by the old one. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * What became of names that deployment fills in. A new one that stands wherever an old one stood is its new name.
 *
 * @param was the places of each, as text
 */
export function compareNames(
  was: ReadonlyMap<string, string>,
  is: ReadonlyMap<string, string>,
): ComparedNames {
  const fresh = new Set([...is.keys()].filter((name) => !was.has(name)));
  const renamed = new Map<string, string>();
  const removed: string[] = [];
  for (const [name, places] of was) {
    if (is.has(name)) continue;
    const other = [...fresh].find((one) => is.get(one) === places);
    if (other === undefined) removed.push(name);
    else renamed.set(name, other);
    if (other !== undefined) fresh.delete(other);
  }
  return { renamed, added: [...fresh], removed };
}
