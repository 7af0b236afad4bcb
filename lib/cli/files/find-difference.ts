/** Characters of a line that are shown. */
const WIDTH = 100;

/** The first line in which two different texts differ, as it is and as it should be. */
export function findDifference(current: string, wanted: string): string {
  const [have, want] = [current.split('\n'), wanted.split('\n')];
  const index = want.findIndex((line, at) => line !== have[at]);
  const at = index === -1 ? want.length : index;
  return [
    `first difference in line ${at + 1}`,
    `- ${show(have[at], want[at])}`,
    `+ ${show(want[at], have[at])}`,
  ].join('\n');
}

/** A line, from where it differs if it is long. */
function show(line: string | undefined, other = ''): string {
  if (line === undefined) return '(the file ends)';
  let same = 0;
  while (same < line.length && line[same] === other[same]) same += 1;
  const start = line.length <= WIDTH || same <= WIDTH / 2 ? 0 : same - WIDTH / 2;
  const shown = line.slice(start, start + WIDTH).replace(/\r/g, '\\r');
  return `${start > 0 ? '...' : ''}${shown}${start + WIDTH < line.length ? '...' : ''}`;
}
