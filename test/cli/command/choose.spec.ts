import { describe, expect, it } from '@jest/globals';
import { choose, didYouMean } from '../../../lib/cli/command/choose.js';

describe('choose', () => {
  it('gives the choice', () => {
    expect(choose('--format <format>', ['text', 'json'], 'json')).toBe('json');
  });

  it('names the choice that was likely meant', () => {
    expect(() => choose('--format <format>', ['text', 'json'], 'jsn')).toThrow(
      "error: option '--format <format>' argument 'jsn' is invalid. Allowed choices are text, json.\n(Did you mean json?)",
    );
    expect(() => choose('--format <format>', ['text', 'json'], 'xml', 'explain')).toThrow(
      /Allowed choices for 'explain' are text, json\.$/,
    );
  });
});

describe('didYouMean', () => {
  it.each([
    ['expain', '\n(Did you mean explain?)'],
    ['chek', '\n(Did you mean check?)'],
    ['deploy', ''],
  ])('after %s', (word, hint) => {
    expect(didYouMean(word, ['explain', 'serve', 'diff', 'check'])).toBe(hint);
  });
});
