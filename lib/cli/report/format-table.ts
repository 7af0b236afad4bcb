import { NO_TERMINAL, type Terminal } from './terminal.js';
import { wrapCell } from './wrap-cell.js';

/** No column is made narrower, in characters, nor narrower than its head. */
const NARROW = 8;
const BETWEEN = '  ';

/**
 * Lines of cells, each column as wide as its widest cell and two spaces from the next. On a terminal the widest columns
 * give way: what does not fit goes on in the next line. Where even that does not fit, each cell has a line of its own.
 */
export function formatTable(
  rows: readonly (readonly string[])[],
  { paint, width }: Terminal = NO_TERMINAL,
): string {
  const [head = [], ...body] = rows;
  const natural = head.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const widths = width === undefined ? natural : fit(natural, head, width);
  const lines = widths
    ? [
        formatRow(head, widths).map((line) => paint('strong', line)),
        ...body.map((row) => formatRow(row, widths)),
      ]
    : body.map((row, index) => [...(index > 0 ? [''] : []), ...formatRecord(head, row, width!, paint)]);
  return lines
    .flat()
    .map((line) => `${line}\n`)
    .join('');
}

/** A row as a list of its cells, each behind the head of its column. */
function formatRecord(
  head: readonly string[],
  row: readonly string[],
  width: number,
  paint: Terminal['paint'],
): readonly string[] {
  const label = Math.max(...head.map(({ length }) => length));
  const room = Math.max(NARROW, width - label - BETWEEN.length);
  return row.flatMap((cell, column) =>
    wrapCell(cell, room).map((part, line) => {
      const name = (line === 0 ? head[column]! : '').padEnd(label);
      return `${paint('strong', name)}${BETWEEN}${part}`.trimEnd();
    }),
  );
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

/** Narrows the widest column again and again. Absent: the columns do not fit even then. */
function fit(
  natural: readonly number[],
  head: readonly string[],
  width: number,
): readonly number[] | undefined {
  const room = width - BETWEEN.length * (natural.length - 1);
  const least = natural.map((one, column) => Math.min(one, Math.max(NARROW, head[column]!.length)));
  if (sumOf(least) > room) return undefined;
  const widths = [...natural];
  for (let over = sumOf(widths) - room; over > 0; over -= 1) {
    const spare = widths.map((one, column) => (one > least[column]! ? one : 0));
    const widest = spare.indexOf(Math.max(...spare));
    widths[widest] = widths[widest]! - 1;
  }
  return widths;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
