import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readPattern } from '../../lib/backends/rest-api/models/read-pattern.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import { matchInJava } from '../support/java-regex/match-in-java.js';

/** What DTOs are given, and what one of the two engines reads in another way. */
const PIECES =
  String.raw`a b z A 0 9 _ - @ / \. . \s \S \w \W \d \D \b \B \u00e9 \x41 \cA \ca \v [a-z] [^a] [\w-] [\s-a] [a-\d] [^\S] [\S]
[\b] [a[b] [a&&b] [^\s,] (?<a_b>x) (?<ab>x) \k<ab> \k \1 (a)? (?:ab|é) (?=.*\d) (?!.*\s$) (?!a$) (?!.$) (?!.+a) (?<=a)
(?<!-) (?<=a+) \u \p{L} \Q ] } { \- \_ \u2028 \0`.split(/\s+/);
const QUANTIFIERS = ['', '', '', '*', '+', '?', '+?', '{2}', '{3,}', '{0,2}', '{2,3}'];

const pattern = fc
  .record({
    start: fc.constantFrom('', '^'),
    middle: fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...QUANTIFIERS)), {
      minLength: 1,
      maxLength: 5,
    }),
    end: fc.constantFrom('', '$'),
  })
  .map(({ start, middle, end }) => start + middle.flat().join('') + end);

const text = fc
  .array(fc.constantFrom(...'abxzA09_-.@ é\n\r\t\u0085\u00a0\u2028\u0001\b{}[]k!,'.split(''), '🙂'), {
    maxLength: 6,
  })
  .map((chars) => chars.join(''));

/** A pattern that stands, in Java, after what it is read from. */
function isKept({ source }: { readonly source: string }): boolean {
  return readPattern(source) !== undefined;
}

describeWithTools('the patterns of models in Java', { java: findTool('java') }, ({ java }) => {
  it('match what they match in JavaScript, and are read', () => {
    const { seed = Math.trunc(Math.random() * 2 ** 31) } = fc.readConfigureGlobal();
    const cases = fc.sample(
      fc.record({ source: pattern, texts: fc.array(text, { minLength: 10, maxLength: 20 }) }),
      { numRuns: 6000, seed },
    );
    const kept = cases.filter(isKept);
    expect(kept.length).toBeGreaterThan(500);
    const found = matchInJava(
      java,
      kept.map(({ source, texts }) => ({ pattern: readPattern(source)!, texts })),
    );
    let matches = 0;
    const stricter = kept.flatMap(({ source, texts }, index) => {
      const answers = found[index]!;
      if (typeof answers === 'string') return [`${source}: ${answers}`];
      return texts.flatMap((value, at) => {
        if (!new RegExp(source).test(value)) return [];
        matches += 1;
        return answers[at] ? [] : [`${source} ${JSON.stringify(value)}`];
      });
    });
    expect({ seed, stricter }).toEqual({ seed, stricter: [] });
    expect(matches).toBeGreaterThan(500);
  });
});
