/** A variable of a route, at one level of the paths. */
export interface LevelUse {
  readonly name: string;
  /** What is behind the route reads the variable by its name. */
  readonly isRead: boolean;
  /** The route's path ends here. */
  readonly isLast: boolean;
  /** Names that the route has for other parameters: later variables, queries and headers. */
  readonly others: ReadonlySet<string>;
}

/**
 * The one name that a resource has for a variable which its routes name differently: one that is read, of several the
 * most frequent; then one that clashes with no other parameter, that of the resource's own path, or the most frequent.
 *
 * @param taken the names of the variables before it
 */
export function nameLevel(uses: readonly LevelUse[], taken: ReadonlySet<string>): string {
  const names = [...new Set(uses.map(({ name }) => name))];
  const clashes = (name: string): boolean =>
    uses.some((use) => use.name !== name && use.others.has(name)) || taken.has(name);
  const count = (name: string, counts: (use: LevelUse) => boolean): number =>
    uses.filter((use) => use.name === name && counts(use)).length;
  const rank = (name: string): readonly number[] => [
    taken.has(name) ? 0 : 1,
    count(name, ({ isRead }) => isRead),
    clashes(name) ? 0 : 1,
    count(name, ({ isLast }) => isLast),
    count(name, () => true),
  ];
  const [best = 'proxy'] = names
    .map((name) => ({ name, rank: rank(name) }))
    .toSorted((a, b) => compare(b.rank, a.rank))
    .map(({ name }) => name);
  if (!clashes(best) || (uses.every(({ name }) => name === best) && !taken.has(best))) return best;
  let free = best;
  for (let number = 2; clashes(free) || names.includes(free); number += 1) free = `${best}${number}`;
  return free;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : a[index]! - b[index]!;
}
