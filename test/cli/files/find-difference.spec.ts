import { describe, expect, it } from '@jest/globals';
import { findDifference } from '../../../lib/cli/files/find-difference.js';

const line = (end: string): string => `${'x'.repeat(300)}${end}${'y'.repeat(300)}`;
const shown = (end: string): string => `...${'x'.repeat(50)}${end}${'y'.repeat(49)}...`;

describe('findDifference', () => {
  it.each([
    ['a\nb\nc\n', 'a\nB\nc\n', 'first difference in line 2\n- b\n+ B'],
    ['', 'a\n', 'first difference in line 1\n- \n+ a'],
    ['a\n', 'a\nb\n', 'first difference in line 2\n- \n+ b'],
    ['a', 'a\n', 'first difference in line 2\n- (the file ends)\n+ '],
    ['a\nb\n', 'a\n', 'first difference in line 2\n- b\n+ '],
    ['a\n\n', 'a\n', 'first difference in line 3\n- \n+ (the file ends)'],
    ['a\r\nb\r\n', 'a\nb\n', 'first difference in line 1\n- a\\r\n+ a'],
  ])('%j should be %j', (current, wanted, words) => {
    expect(findDifference(current, wanted)).toBe(words);
  });

  it('shows a long line around what differs in it', () => {
    expect(findDifference(line('1'), line('2'))).toBe(
      `first difference in line 1\n- ${shown('1')}\n+ ${shown('2')}`,
    );
  });
});
