/** The wanted name, or where it is taken the first that is not, with a number from 2. The name is taken then. */
export function takeFreeName(taken: Set<string>, wanted: string, separator: string): string {
  let free = wanted;
  for (let count = 2; taken.has(free); count += 1) free = `${wanted}${separator}${count}`;
  taken.add(free);
  return free;
}
