import { describe, expect, it } from '@jest/globals';
import { readArgv } from '../../../lib/cli/process/read-argv.js';

describe('readArgv', () => {
  it.each([
    [[], []],
    [
      ['--title', 'My API'],
      ['--title', 'My API'],
    ],
    [['apigen', '--list'], ['--list']],
    [['--', '--list'], ['--list']],
    [
      ['--out-private', 'a.json', '--', '--strict'],
      ['--out-private', 'a.json', '--strict'],
    ],
    [['help'], ['--help']],
    [
      ['apigen', 'help', 'explain'],
      ['explain', '--help'],
    ],
    [
      ['--title', 'help'],
      ['--title', 'help'],
    ],
    [
      ['--', 'apigen', 'explain', '--', 'GET /'],
      ['explain', '--', 'GET /'],
    ],
    [
      ['--title', 'apigen'],
      ['--title', 'apigen'],
    ],
    [['apigen', 'apigen'], ['apigen']],
  ])('reads %j as %j', (given, read) => {
    expect(readArgv(given)).toEqual(read);
  });

  it('takes off the quotes that `nest start --no-shell` leaves around every argument', () => {
    const given = ['apigen', '--title', 'My "API"', '--var', 'a=b\\c'];
    expect(readArgv(given.map((argument) => JSON.stringify(argument)))).toEqual(given.slice(1));
  });

  it.each([[['--title', '"quoted"']], [['"not json\\"']]])(
    'leaves the quotes that the user wrote: %j',
    (given) => {
      expect(readArgv(given)).toEqual(given);
    },
  );
});
