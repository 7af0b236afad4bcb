import { formatPlace } from '../../diagnostics/format-place.js';
import { RISKS } from '../../diff/change-kinds.js';
import { groupChanges, type ChangeGroup } from './group-changes.js';
import { listRoutes } from './list-routes.js';
import type { PlacedChange } from './place-changes.js';

/** One line for each change, those that say the same in one. */
export function formatText(changes: readonly PlacedChange[]): string {
  const width = Math.max(...RISKS.map(({ length }) => length));
  return groupChanges(changes)
    .map((group) => `${group.first.risk.padEnd(width)}  ${describe(group)}\n`)
    .join('');
}

function describe({ first, all }: ChangeGroup): string {
  const place = all.length > 1 ? listRoutes(all) : placeOf(first);
  return place === '' ? first.message : `${place}: ${first.message}`;
}

/** A change of the whole API has no place. */
function placeOf({ at }: PlacedChange): string {
  return Object.keys(at).length === 0 ? '' : formatPlace(at);
}
