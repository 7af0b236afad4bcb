import { describe, expect, it } from '@jest/globals';
import { javaRegex, matchesWhole, replaceAll } from '../../lib/testing/java/java-regex.js';

describe('a Java regular expression', () => {
  it.each([
    ['4\\d{2}', '404', true],
    ['4\\d{2}', '4040', false],
    ['400|404', '404', true],
    ['a|b', 'ab', false],
    ['.*', 'a\nb', false],
    ['(\\n|.)+', 'a\nb', true],
    ['(?!(a|b)\\z)(\\n|.)+', 'a', false],
    ['(?!(a|b)\\z)(\\n|.)+', 'ab', true],
    ['\\Qa.b\\E+', 'a.b', true],
    ['\\Qa.b\\E', 'axb', false],
    ['(?i)abc', 'ABC', true],
    ['\\Aa\\z', 'a', true],
    ['[0-9]{1,9}', '', false],
    ['a*+a', 'aaa', false],
    ['(?:ab|a)++b', 'ab', false],
    ['(?:ab|a)+b', 'aab', true],
    ['a?+b', 'ab', true],
    ['a{2}+b', 'aab', true],
    ['"[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*+"', '"a\\"b\\\\"', true],
    ['"[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*+"', '"a\\"', false],
  ])('%s on %j: %p', (source, text, expected) => {
    expect(matchesWhole(source, text)).toBe(expected);
  });

  it.each(['(a)*+', '(a)b++', '(?s).', '(?m:a)'])(
    '%s is refused: JavaScript would take it for something else',
    (source) => {
      expect(() => javaRegex(source)).toThrow('cannot run');
    },
  );

  it.each([
    ["it\\'s", "\\\\'", "'", "it's"],
    ['a1b2', '([a-z])(\\d)', '$2$1', '1a2b'],
    ['a.b', '\\.', '\\$', 'a$b'],
    ['aa', 'a', '$0$0', 'aaaa'],
  ])('%j with %s replaced by %s is %j', (text, source, replacement, expected) => {
    expect(replaceAll(text, source, replacement)).toBe(expected);
  });
});
