import { describe, expect, it } from '@jest/globals';
import { readTerminal } from '../../../lib/cli/process/read-terminal.js';

const TTY = { isTTY: true, columns: 80 };
const COLOURS = { TERM: 'xterm-256color' };
const RED = '\u001b[31mx\u001b[39m';

describe('readTerminal', () => {
  it.each([
    ['a terminal', TTY, COLOURS, RED],
    ['a terminal with NO_COLOR', TTY, { ...COLOURS, NO_COLOR: '1' }, 'x'],
    ['a terminal without colours', TTY, { TERM: 'dumb' }, 'x'],
    ['a pipe', {}, COLOURS, 'x'],
    ['a pipe in CI', {}, { ...COLOURS, CI: '1', GITHUB_ACTIONS: '1' }, 'x'],
    ['a pipe with FORCE_COLOR', {}, { FORCE_COLOR: '1' }, RED],
    ['a terminal with FORCE_COLOR=0', TTY, { ...COLOURS, FORCE_COLOR: '0' }, 'x'],
  ])('paints on %s as asked', (_, stream, env, shown) => {
    expect(readTerminal(stream, env).paint('error', 'x')).toBe(shown);
  });

  it('knows a width of terminals only', () => {
    expect(readTerminal(TTY, {}).width).toBe(80);
    expect(readTerminal({ columns: 80 }, { FORCE_COLOR: '1' })).not.toHaveProperty('width');
    expect(readTerminal({ isTTY: true }, {})).not.toHaveProperty('width');
  });
});
