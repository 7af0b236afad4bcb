import { describe, expect, it } from '@jest/globals';
import { isPattern, matchesPattern } from '../../lib/grammar/selection-pattern.js';

describe('isPattern', () => {
  it.each([
    '4\\d{2}',
    '400|404',
    'default',
    '.*',
    '(?i)not found.*',
    '\\Q[x]\\E',
    '\\d++',
    '(\\n|.)+',
    '(?!404)\\d+',
    '\\{"code":404.*',
    '[{}]+x{2}',
    '\\p{Alpha}{1,}',
    '\\Q{\\E',
    '[]a]+',
    '[a[b]]',
    '(?<=a{1,3})b',
    '[^\\n]+',
  ])('takes %s', (pattern) => {
    expect(isPattern(pattern)).toBe(true);
  });

  it.each([
    '[',
    '(',
    '*',
    '4\\d{2})',
    'a{2,1}',
    '{"code":404.*',
    'x{a}',
    '{2}',
    '',
    '[^]+x',
    '[a[b]',
    '\\u{61}',
    '\\y',
    'a\\',
    '(?<=a+)b',
    '(?<a_b>c)',
  ])('refuses %s', (pattern) => {
    expect(isPattern(pattern)).toBe(false);
  });
});

describe('matchesPattern', () => {
  it.each<[string, string, boolean | undefined]>([
    ['4\\d{2}', '404', true],
    ['4\\d{2}', '500', false],
    // All of the subject, as Java's `matches`.
    ['40', '404', false],
    ['.*40', '404', false],
    ['400|404', '404', true],
    ['(?:4)\\d+', '404', true],
    ['[\\s\\S]+', 'a\nb', true],
    ['.+', 'a\nb', false],
    ['default', 'default', false],
    ['(?i)a', 'A', undefined],
    ['(?!(?:404)\\z)4\\d{2}', '404', undefined],
    ['\\p{Digit}+', '404', undefined],
  ])('%s and %j: %p', (pattern, subject, expected) => {
    expect(matchesPattern(pattern, subject)).toBe(expected);
  });
});
