/** The few names that hold one that does not exist, or are most like it; none when nothing is. */
export function findNearest(name: string, names: readonly string[]): readonly string[] {
  const wanted = name.toLowerCase();
  if (wanted === '') return [];
  const likely = Math.ceil(wanted.length / 3);
  return [...new Set(names)]
    .map((known) => ({
      known,
      away: known.toLowerCase().includes(wanted) ? 0 : distance(wanted, known.toLowerCase()),
    }))
    .filter(({ away }) => away <= likely)
    .toSorted((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ known }) => known);
}

/** How many letters one text takes to become the other, one row of the table at a time. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let line = 0; line < from.length; line += 1) {
    const next = [line + 1];
    for (let column = 0; column < to.length; column += 1) {
      const replaced = row[column]! + (from[line] === to[column] ? 0 : 1);
      next.push(Math.min(row[column + 1]! + 1, next[column]! + 1, replaced));
    }
    row = next;
  }
  return row[to.length]!;
}
