import { editDistance } from './edit-distance.js';

/** The few names that hold one that does not exist, or are most like it; none when nothing is. */
export function findNearest(name: string, names: readonly string[]): readonly string[] {
  const wanted = name.toLowerCase();
  if (wanted === '') return [];
  const likely = Math.ceil(wanted.length / 3);
  return [...new Set(names)]
    .map((known) => ({
      known,
      away: known.toLowerCase().includes(wanted) ? 0 : editDistance(wanted, known.toLowerCase()),
    }))
    .filter(({ away }) => away <= likely)
    .toSorted((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ known }) => known);
}
