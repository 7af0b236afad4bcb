import { describe, expect, it } from '@jest/globals';
import { readPattern } from '../../../../lib/backends/rest-api/models/read-pattern.js';

describe('readPattern', () => {
  it.each([
    '^[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}$',
    '^\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2})?$',
    '^(?!\\.)(?<name>[\\w-]+)\\k<name>\\/$',
    '^[^\\]\\[]+[\\u00e9]$',
    '',
  ])('keeps %s', (pattern) => {
    expect(readPattern(pattern)).toBe(pattern);
  });

  it('takes the slashes off a literal', () => {
    expect(readPattern('/^a$/')).toBe('^a$');
  });

  it.each([
    ['flags', '/^a$/i'],
    ['no pattern of JavaScript', '('],
    ['no text', 3],
    ['classes that are letters without a flag', '^\\p{L}+$'],
    ['code points that are letters without a flag', '^\\u{1F600}$'],
    ['letters that Java takes for orders', '^\\Qa\\E$'],
    ['a class inside a class, to Java', '^[a[b]$'],
    ['what cuts a class, to Java', '^[a&&b]$'],
    ['an empty class', '^[]$'],
    ['a class of anything', '^[^]$'],
    ['a brace that counts nothing', '^{a}$'],
  ])('leaves out %s', (_, pattern) => {
    expect(readPattern(pattern)).toBeUndefined();
  });
});
