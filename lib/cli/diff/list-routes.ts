import type { PlacedChange } from './place-changes.js';

/** Routes in a list before it is cut. */
const SHOWN = 3;

/** `12 routes: GET /a, GET /b, GET /c and 9 more` */
export function listRoutes(changes: readonly PlacedChange[], shown = SHOWN): string {
  const names = changes.map(nameRoute);
  const left = names.length - shown;
  const list = names.slice(0, shown).join(', ');
  return `${names.length} places: ${list}${left > 0 ? ` and ${left} more` : ''}`;
}

/** `GET /users`, or the whole API. */
export function nameRoute({ at: { method, path } }: PlacedChange): string {
  return [method, path].filter((part) => part !== undefined).join(' ') || 'the API';
}
