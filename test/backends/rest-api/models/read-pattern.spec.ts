import { describe, expect, it } from '@jest/globals';
import { readPattern } from '../../../../lib/backends/rest-api/models/read-pattern.js';

describe('readPattern', () => {
  it.each([
    '^[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}$',
    '^\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2})?$',
    '^(?:[a-z]+(?<=b))(?<name>[\\w-.]+)\\/$',
    '^[^\\]\\[]+[\\u00e9]$',
    '',
  ])('keeps %s', (pattern) => {
    expect(readPattern(pattern)).toBe(pattern);
  });

  it('takes the slashes off a literal', () => {
    expect(readPattern('/^a$/')).toBe('^a$');
  });

  it.each([
    ['^\\S+$', '^[^\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff\\s]+$'],
    ['^[\\s-x]', '^[\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff\\s-x]'],
    ['^a.*b$', '^a[^\\n\\r\\u2028\\u2029]*b$'],
    ['\\ba', '(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))a'],
    ['[\\b]', '[\\x08]'],
    ['^(?!admin$)a$', '^(?!admin(?![\\s\\S]))a$'],
    ['^[^,]{8}$', '^[^,]{4,8}$'],
    ['^.{3,20}', '^[^\\n\\r\\u2028\\u2029]{2,20}'],
  ])('writes %s as %s', (pattern, written) => {
    expect(readPattern(pattern)).toBe(written);
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
    ['a name that Java does not take', '(?<a_b>x)'],
    ['a range that ends in a class', '[a-\\d]'],
    ['a reference to no group', '\\k<x>'],
    ['a reference to a group that may take no part', '(a)?b\\1'],
    ['a letter that is an escape in Java', '\\v'],
    ['a look behind without an end', '(?<=a+)b'],
    ['`\\S` turned round in a class', '[^\\S]'],
    ['halves of characters', '^[\\ud83c-\\ud83e]'],
    ['two places for the halves of a character', '^..$'],
    ['a brace that counts nothing', '^{a}$'],
  ])('leaves out %s', (_, pattern) => {
    expect(readPattern(pattern)).toBeUndefined();
  });
});
