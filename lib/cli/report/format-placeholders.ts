import type { PlaceholderList } from '../../backends/placeholders/index.js';
import { formatTable } from './format-table.js';
import type { Terminal } from './terminal.js';

/** Names that a cell shows. */
const SHOWN = 2;

/** A table of the placeholders, and what needs each. */
export function formatPlaceholders({ placeholders }: PlaceholderList, terminal?: Terminal): string {
  const rows = placeholders.map(({ name, kind, routes, declaredBy }) => [
    name,
    kind ?? '-',
    shorten(routes),
    shorten(declaredBy),
  ]);
  return formatTable([['PLACEHOLDER', 'KIND', 'ROUTES', 'DECLARED BY'], ...rows], terminal);
}

function shorten(names: readonly string[]): string {
  if (names.length === 0) return '-';
  const more = names.length - SHOWN;
  return [...names.slice(0, SHOWN), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
