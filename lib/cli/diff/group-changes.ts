import { groupBy } from '../../diagnostics/group-by.js';
import type { PlacedChange } from './place-changes.js';

/** Changes that say the same of several routes. */
export interface ChangeGroup {
  readonly first: PlacedChange;
  readonly all: readonly PlacedChange[];
}

/** One group for each kind and message, in the given order. */
export function groupChanges(changes: readonly PlacedChange[]): readonly ChangeGroup[] {
  return [...groupBy(changes, ({ kind, message }) => `${kind}\0${message}`).values()].map((all) => ({
    first: all[0]!,
    all,
  }));
}
