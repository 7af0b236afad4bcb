import { describe, expect, it } from '@jest/globals';
import { compareNames } from '../../../lib/diff/placeholders/compare-names.js';

const places = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(names));

describe('compareNames', () => {
  it('takes each new name for one old name, where several stand in one text', () => {
    const was = places({ a: '/url', b: '/url', kept: '/key', gone: '/role' });
    const is = places({ c: '/url', d: '/url', kept: '/key', fresh: '/cert' });
    const { renamed, added, removed } = compareNames(was, is);
    expect([...renamed]).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
    expect({ added, removed }).toEqual({ added: ['fresh'], removed: ['gone'] });
  });
});
