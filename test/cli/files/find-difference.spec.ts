import { describe, expect, it } from '@jest/globals';
import { findDifference } from '../../../lib/cli/files/find-difference.js';

const longLine = (end: string): string => `${'x'.repeat(300)}${end}${'y'.repeat(300)}`;
const shown = (end: string): string => `...${'x'.repeat(50)}${end}${'y'.repeat(49)}...`;

/** Line, the two lines, and how many are to add and to remove. */
type Expected = readonly [line: number, current: string, wanted: string, added: number, removed: number];

describe('findDifference', () => {
  it.each<[string, string, Expected]>([
    ['a\nb\nc\n', 'a\nB\nc\n', [2, '- b', '+ B', 1, 1]],
    ['', 'a\n', [1, '- ', '+ a', 1, 0]],
    ['a\n', 'a\nb\n', [2, '- ', '+ b', 1, 0]],
    ['a', 'a\n', [2, '- (end of file)', '+ ', 1, 0]],
    ['a\nb\n', 'a\n', [2, '- b', '+ ', 0, 1]],
    ['a\n\n', 'a\n', [3, '- ', '+ (end of file)', 0, 1]],
    ['a\r\nb\r\n', 'a\nb\n', [1, '- a\\r', '+ a', 2, 2]],
    ['a\na\nb', 'a\nb\nb', [2, '- a', '+ b', 1, 1]],
    ['a\nb', 'b\na', [1, '- a', '+ b', 0, 0]],
  ])('%j should be %j', (current, wanted, [line, ...rest]) => {
    const [have, want, added, removed] = rest;
    expect(findDifference(current, wanted)).toEqual({
      line,
      lines: [have, want],
      added,
      removed,
      placeholders: { gone: [], fresh: [] },
    });
  });

  it('shows a long line around what differs in it', () => {
    expect(findDifference(longLine('1'), longLine('2')).lines).toEqual([
      `- ${shown('1')}`,
      `+ ${shown('2')}`,
    ]);
  });

  it('names the placeholders that only one of the texts has', () => {
    const current = '${same} ${old} ${old} $${text} ${AWS::Region}';
    const wanted = '${same} ${new} ${more} $${other}';
    expect(findDifference(current, wanted).placeholders).toEqual({ gone: ['old'], fresh: ['more', 'new'] });
  });
});
