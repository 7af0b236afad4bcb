import { formatPlace } from '../../diagnostics/format-place.js';
import type { PlacedChange } from './place-changes.js';

/** Routes in a list before it is cut. */
const SHOWN = 3;

/** `src/users.controller.ts:13:1 - 12 routes: GET /a, GET /b, GET /c and 9 more`, with the first place. */
export function listRoutes(changes: readonly PlacedChange[]): string {
  const names = [...new Set(changes.map(nameRoute))];
  const left = names.length - SHOWN;
  const list = names.slice(0, SHOWN).join(', ');
  const { file, line, column } = changes[0]!.at;
  const source =
    file === undefined ? '' : `${formatPlace({ file, line })}${column === undefined ? '' : `:${column}`} - `;
  return `${source}${names.length > 1 ? `${names.length} routes: ` : ''}${list}${left > 0 ? ` and ${left} more` : ''}`;
}

/** `GET /users`, or the whole API. */
export function nameRoute({ at: { method, path } }: PlacedChange): string {
  return [method, path].filter((part) => part !== undefined).join(' ') || 'the API';
}
