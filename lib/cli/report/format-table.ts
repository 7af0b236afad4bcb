import { NO_TERMINAL, type Terminal } from './terminal.js';
import { wrapCell } from './wrap-cell.js';

/** No column is made narrower, in characters. */
const NARROW = 8;
const BETWEEN = '  ';

/**
 * Lines of cells, each column as wide as its widest cell and two spaces from the next. On a terminal the widest columns
 * give way: what does not fit goes on in the next line.
 */
export function formatTable(
  rows: readonly (readonly string[])[],
  { paint, width }: Terminal = NO_TERMINAL,
): string {
  const natural = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const widths = width === undefined ? natural : fit(natural, width);
  return rows
    .flatMap((row, index) => {
      const lines = formatRow(row, widths);
      return index === 0 ? lines.map((line) => paint('strong', line)) : lines;
    })
    .map((line) => `${line}\n`)
    .join('');
}

function formatRow(row: readonly string[], widths: readonly number[]): readonly string[] {
  const cells = row.map((cell, column) => wrapCell(cell, widths[column]!));
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, column) => (cell[line] ?? '').padEnd(widths[column]!))
      .join(BETWEEN)
      .trimEnd(),
  );
}

/** Narrows the widest column again and again. Columns that do not fit even then stay as they are. */
function fit(natural: readonly number[], width: number): readonly number[] {
  const room = width - BETWEEN.length * (natural.length - 1);
  if (natural.reduce((sum, one) => sum + Math.min(one, NARROW), 0) > room) return natural;
  const widths = [...natural];
  for (let over = sumOf(widths) - room; over > 0; over -= 1) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = widths[widest]! - 1;
  }
  return widths;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
