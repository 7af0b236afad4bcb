import { editDistance } from './edit-distance.js';

/** The name that was most likely meant by another; absent when none is like it. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const found = names
    .map((known): [number, string] => [editDistance(wanted, known.toLowerCase()), known])
    .toSorted(([a], [b]) => a - b)[0];
  if (found && found[0] <= Math.ceil(wanted.length / 4)) return found[1];
  return wanted.length < 4 ? undefined : names.find((known) => known.toLowerCase().includes(wanted));
}
