import type { PlaceholderList } from '../../backends/placeholders/index.js';
import { formatTable } from './format-table.js';

/** Names that a cell shows. */
const SHOWN = 2;

/** A table of the placeholders, and what needs each. */
export function formatPlaceholders({ placeholders }: PlaceholderList): string {
  return formatTable([
    ['PLACEHOLDER', 'KIND', 'ROUTES', 'DECLARED BY'],
    ...placeholders.map(({ name, kind, routes, declaredBy }) => [
      name,
      kind ?? '-',
      shorten(routes),
      shorten(declaredBy),
    ]),
  ]);
}

function shorten(names: readonly string[]): string {
  if (names.length === 0) return '-';
  const more = names.length - SHOWN;
  return [...names.slice(0, SHOWN), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
