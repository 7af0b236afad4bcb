import type { Look } from '../../diagnostics/paint.js';
import { formatPlace } from '../../diagnostics/format-place.js';
import { RISKS, type Risk } from '../../diff/change-kinds.js';
import { groupChanges, type ChangeGroup } from './group-changes.js';
import { listRoutes } from './list-routes.js';
import type { PlacedChange } from './place-changes.js';
import type { ReportSettings } from './report-settings.js';

const LOOKS = {
  security: 'error',
  outage: 'error',
  behaviour: 'warning',
  cost: 'warning',
  cosmetic: 'quiet',
} as const satisfies Readonly<Record<Risk, Look>>;

/** One line for each change, those that say the same in one. */
export function formatText(
  changes: readonly PlacedChange[],
  { paint }: Pick<ReportSettings, 'paint'>,
): string {
  const width = Math.max(...RISKS.map(({ length }) => length));
  return groupChanges(changes)
    .map((group) => {
      const { risk } = group.first;
      return `${paint(LOOKS[risk], risk.padEnd(width))}  ${describe(group)}\n`;
    })
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
