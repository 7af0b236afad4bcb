import { describe, expect, it } from '@jest/globals';
import { readExplainArguments } from '../../../lib/cli/explain/explain-arguments.js';

describe('readExplainArguments', () => {
  it('takes what is about reading the application and printing', () => {
    expect(readExplainArguments({})).toEqual({ format: 'text', preview: true });
    expect(readExplainArguments({ format: 'json', preview: false, stackTrace: true })).toEqual({
      format: 'json',
      preview: false,
    });
  });

  it.each([
    [
      { outPrivate: 'a.json' },
      "error: option '--out-private' has no effect on 'explain', which writes no files",
    ],
    [{ list: true }, "error: option '--list' has no effect on 'explain', which writes no files"],
    [
      { format: 'github' },
      "error: option '--format <format>' argument 'github' is invalid. Allowed choices for 'explain' are text, json.",
    ],
  ])('refuses %j', (raw, message) => {
    expect(() => readExplainArguments(raw)).toThrow(message);
  });
});
