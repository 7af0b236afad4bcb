import { describe, expect, it } from '@jest/globals';
import { formatTable } from '../../../lib/cli/report/format-table.js';
import { plain, type Paint } from '../../../lib/diagnostics/paint.js';

const ROWS = [
  ['METHOD', 'PATH', 'HANDLER'],
  ['GET', '/users/{name}/orders/{order}/lines', 'UsersController.listLinesOfOrder'],
  ['POST', '/users', 'UsersController.create'],
];

const at = (width: number): readonly string[] => formatTable(ROWS, { paint: plain, width }).split('\n');

const paint: Paint = (look, text) => `<${look}>${text}</>`;
const letters = (text: string): string => [...text.replace(/\s/g, '')].toSorted().join('');

describe('formatTable', () => {
  it('has one line a row where lines have any length', () => {
    expect(formatTable(ROWS).split('\n')).toHaveLength(ROWS.length + 1);
    expect(formatTable(ROWS)).toBe(formatTable(ROWS, { paint: plain, width: 200 }));
  });

  it('breaks the widest columns between words, so that each line fits', () => {
    expect(at(50)).toEqual([
      'METHOD  PATH                  HANDLER',
      'GET     /users/{name}/        UsersController.',
      '        orders/{order}/lines  listLinesOfOrder',
      'POST    /users                UsersController.',
      '                              create',
      '',
    ]);
  });

  it.each([30, 40, 60, 70])('loses no letter at a width of %i', (width) => {
    const lines = at(width);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
    expect(letters(lines.join(''))).toBe(letters(ROWS.flat().join('')));
  });

  it('has a line for each cell where the columns do not fit', () => {
    expect(at(24)).toEqual([
      'METHOD   GET',
      'PATH     /users/{name}/',
      '         orders/{order}/',
      '         lines',
      'HANDLER  Users',
      '         Controller.list',
      '         LinesOfOrder',
      '',
      'METHOD   POST',
      'PATH     /users',
      'HANDLER  Users',
      '         Controller.',
      '         create',
      '',
    ]);
  });

  it('breaks no head', () => {
    const rows = [
      ['A', 'INTEGRATION', 'B'],
      ['a'.repeat(30), 'lambda of a long name', 'b'.repeat(30)],
    ];
    expect(formatTable(rows, { paint: plain, width: 31 })).toMatch(/^A +INTEGRATION +B\n/);
  });

  it('has a strong head, padded before it gets its colour', () => {
    expect(formatTable(ROWS, { paint }).split('\n')[0]).toBe(
      '<strong>METHOD  PATH                                HANDLER</>',
    );
  });
});
