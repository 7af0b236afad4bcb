import { describe, expect, it } from '@jest/globals';
import { defined } from '../../lib/values/defined.js';

describe('defined', () => {
  it('leaves out what is undefined, and nothing else', () => {
    const members = defined({ a: undefined, b: null, c: 0, d: '', e: false });
    expect(Object.entries(members)).toEqual([
      ['b', null],
      ['c', 0],
      ['d', ''],
      ['e', false],
    ]);
  });
});
