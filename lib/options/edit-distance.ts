/** How many letters are added, removed or changed to make one text the other; one row of the table at a time. */
export function editDistance(from: string, to: string): number {
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
