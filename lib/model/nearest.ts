/** The name that was most likely meant by another; absent when none is like it. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const found = names
    .map((known): [number, string] => [distance(wanted, known.toLowerCase()), known])
    .toSorted(([a], [b]) => a - b)[0];
  if (found && found[0] <= Math.ceil(wanted.length / 4)) return found[1];
  return wanted.length < 4 ? undefined : names.find((known) => known.toLowerCase().includes(wanted));
}

/** Letters to add, remove or change, one row of the table at a time. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (let column = 0; column < to.length; column += 1) {
      next.push(
        Math.min(row[column + 1]! + 1, next[column]! + 1, row[column]! + (letter === to[column] ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[to.length]!;
}
