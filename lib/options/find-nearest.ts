import { editDistance } from './edit-distance.js';

/** From this length on, a name is looked for within others: `timeout` in `timeoutInMillis`, `table` in `tableName`. */
const WORD = 4;

/** The few names that were most likely meant by one that does not exist, the nearest first; none when nothing is like it. */
export function findNearest(name: string, names: readonly string[]): readonly string[] {
  const wanted = name.toLowerCase();
  if (wanted === '') return [];
  return [...new Set(names)]
    .map((known) => ({ known, lower: known.toLowerCase() }))
    .map(({ known, lower }) => {
      const away = editDistance(wanted, lower);
      // A part of a name is as near as a slip of one letter, and so is a name with more behind it.
      const isPart = wanted.length >= WORD && lower.includes(wanted);
      const isStart = lower.length >= WORD && wanted.startsWith(lower);
      return { known, away: isPart || isStart ? Math.min(away, 1) : away };
    })
    .filter(({ away }) => away <= Math.ceil(wanted.length / 3))
    .toSorted((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ known }) => known);
}
