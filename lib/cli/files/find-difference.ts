/** Characters of a line that are shown. */
const WIDTH = 100;

/** How a text differs from what it should be. */
export interface Difference {
  /** The first line that differs, counted from 1. */
  readonly line: number;
  /** That line as it is and as it should be, `-` and `+` in front. */
  readonly lines: readonly [current: string, wanted: string];
  /** Lines that only the wanted text has. */
  readonly added: number;
  /** Lines that the wanted text does not have. */
  readonly removed: number;
  /** Placeholders of a Terraform template that only one of the texts has. */
  readonly placeholders: { readonly gone: readonly string[]; readonly fresh: readonly string[] };
}

/** Where two different texts differ. */
export function findDifference(current: string, wanted: string): Difference {
  const [have, want] = [current.split('\n'), wanted.split('\n')];
  const index = want.findIndex((line, at) => line !== have[at]);
  const at = index === -1 ? want.length : index;
  const [had, has] = [findPlaceholders(current), findPlaceholders(wanted)];
  return {
    line: at + 1,
    lines: [`- ${show(have[at], want[at])}`, `+ ${show(want[at], have[at])}`],
    added: countMissing(want, have),
    removed: countMissing(have, want),
    placeholders: {
      gone: had.filter((name) => !has.includes(name)),
      fresh: has.filter((name) => !had.includes(name)),
    },
  };
}

/** The number of lines that the other text does not have. A repeated line counts twice. */
function countMissing(lines: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const known = left.get(line) ?? 0;
    left.set(line, known - 1);
    return known <= 0;
  }).length;
}

/** The placeholders that `templatefile` fills in: `$${name}` is text. */
function findPlaceholders(text: string): readonly string[] {
  const found = [...text.matchAll(/(?<!\$)\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g)].map(([, name]) => name!);
  return [...new Set(found)].toSorted();
}

/** A line. A long line starts at the difference. */
function show(line: string | undefined, other = ''): string {
  if (line === undefined) return '(end of file)';
  let same = 0;
  while (same < line.length && line[same] === other[same]) same += 1;
  const start = line.length <= WIDTH || same <= WIDTH / 2 ? 0 : same - WIDTH / 2;
  const shown = line.slice(start, start + WIDTH).replace(/\r/g, '\\r');
  return `${start > 0 ? '...' : ''}${shown}${start + WIDTH < line.length ? '...' : ''}`;
}
