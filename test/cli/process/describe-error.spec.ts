import { describe, expect, it } from '@jest/globals';
import { describeError } from '../../../lib/cli/process/describe-error.js';

class UnknownDependenciesException extends Error {
  override name = 'UnknownDependenciesException';
}

describe('describeError', () => {
  it.each([
    ['the message of an error', new Error('no database'), 'no database'],
    ['the kind of a programming error', new TypeError('x is undefined'), 'TypeError: x is undefined'],
    ['no class of Nest', new UnknownDependenciesException('Nest cannot resolve'), 'Nest cannot resolve'],
    ['a cause', new Error('outer', { cause: new TypeError('inner') }), 'outer\ncaused by: TypeError: inner'],
    ['a cause once', new Error('outer: inner', { cause: new Error('inner') }), 'outer: inner'],
    [
      'no list of files',
      new Error("Cannot find module 'x'\nRequire stack:\n- /a\n- /b"),
      "Cannot find module 'x'",
    ],
    ['the kind of an error without message', new RangeError(''), 'RangeError'],
    ['a thrown text', 'stop', 'stop'],
    ['a thrown object', { a: 1 }, '{ a: 1 }'],
    ['nothing', undefined, 'undefined'],
  ])('says %s', (_, error, words) => {
    expect(describeError(error, false)).toBe(words);
  });

  it('shows stacks when it is asked to', () => {
    expect(describeError(new Error('outer', { cause: new Error('inner') }), true)).toMatch(
      /^Error: outer\n {4}at [^]*cause\]: Error: inner\n {6}at /,
    );
  });
});
