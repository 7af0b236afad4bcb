import { describe, expect, it } from '@jest/globals';
import { nameLevel, type LevelUse } from '../../../../lib/backends/rest-api/resources/name-level.js';

const use = (name: string, given: Partial<LevelUse> = {}): LevelUse => ({
  name,
  isRead: false,
  isLast: false,
  others: new Set(),
  ...given,
});
const name = (uses: readonly LevelUse[], ...taken: readonly string[]): string =>
  nameLevel(uses, new Set(taken));

describe('nameLevel', () => {
  it.each<[string, string, readonly LevelUse[]]>([
    ['the only name', 'id', [use('id')]],
    ['the first of equals', 'a', [use('a'), use('b')]],
    ['the most frequent', 'b', [use('a'), use('b'), use('b')]],
    ['that of the path that ends there', 'a', [use('b'), use('a', { isLast: true }), use('b')]],
    ['one that is read', 'c', [use('a', { isLast: true }), use('b'), use('b'), use('c', { isRead: true })]],
    [
      'one that clashes with nothing',
      'b',
      [use('a', { isLast: true }), use('b', { others: new Set(['a']) })],
    ],
  ])('takes %s: %s', (_, expected, uses) => {
    expect(name(uses)).toBe(expected);
  });

  it('takes no name that stands before it, and makes one where none is left', () => {
    expect(name([use('id'), use('id'), use('key')], 'id')).toBe('key');
    expect(name([use('id')], 'id')).toBe('id2');
    expect(name([use('id')], 'id', 'id2')).toBe('id3');
  });

  it('makes a name where each is another parameter of some route', () => {
    const uses = [use('a', { others: new Set(['b']) }), use('b', { others: new Set(['a', 'a2']) })];
    expect(name(uses)).toBe('a3');
  });
});
