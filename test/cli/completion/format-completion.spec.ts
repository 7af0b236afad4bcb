import { describe, expect, it } from '@jest/globals';
import type { CommandShape } from '../../../lib/cli/completion/describe-command.js';
import { formatCompletion } from '../../../lib/cli/completion/format-completion.js';

const ROOT: CommandShape = {
  name: 'apigen',
  description: 'writes documents',
  options: [
    { flag: '--title', description: "the API's [title]: any", value: 'text' },
    { flag: '--out-private', description: 'a file', value: 'file' },
    { flag: '--gateway', description: 'a gateway', value: ['rest-api', 'kong'] },
    { flag: '--list', description: 'a table' },
  ],
  commands: [
    { name: 'explain', description: 'print a route', options: [], argument: 'text', commands: [] },
    { name: 'completion', description: 'print', options: [], argument: ['bash', 'zsh'], commands: [] },
  ],
};

describe('formatCompletion', () => {
  it('writes for bash what follows an option, and the words of a command', () => {
    const lines = formatCompletion('bash', ROOT)
      .split('\n')
      .map((line) => line.trim());
    expect(lines).toEqual(
      expect.arrayContaining([
        'apigen:--title) return ;;',
        `apigen:--gateway) COMPREPLY=($(compgen -W 'rest-api kong' -- "$current")); return ;;`,
        `apigen) COMPREPLY=($(compgen -W 'explain completion --title --out-private --gateway --list' -- "$current")) ;;`,
        `completion) COMPREPLY=($(compgen -W 'bash zsh' -- "$current")) ;;`,
      ]),
    );
  });

  it('quotes descriptions for zsh', () => {
    const script = formatCompletion('zsh', ROOT);
    expect(script).toContain(`'*--title[the API'\\''s \\[title\\]\\: any]:value:'`);
    expect(script).toContain(`'*--out-private[a file]:value:_files'`);
    expect(script).toContain(`'*--list[a table]'`);
  });

  it('quotes descriptions for fish', () => {
    const script = formatCompletion('fish', ROOT);
    expect(script).toContain(`-l title -x -d 'the API\\'s [title]: any'\n`);
    expect(script).toContain(`-l gateway -x -a 'rest-api kong' -d 'a gateway'\n`);
  });

  it('names the shells', () => {
    expect(() => formatCompletion('bsh', ROOT)).toThrow(
      /^error: '<shell>' argument 'bsh' is invalid. Allowed choices for 'completion' are bash, zsh, fish.\n/,
    );
  });
});
