import { CHOICES } from '../command/choices.js';
import { choose } from '../command/choose.js';
import type { CommandShape } from './describe-command.js';
import { formatBash } from './format-bash.js';
import { formatFish } from './format-fish.js';
import { formatZsh } from './format-zsh.js';

type Shell = (typeof CHOICES.completion.shell)[number];

const SCRIPTS: Readonly<Record<Shell, (root: CommandShape) => string>> = {
  bash: formatBash,
  zsh: formatZsh,
  fish: formatFish,
};

/**
 * The script of a shell.
 *
 * @throws CannotRun for another shell
 */
export function formatCompletion(shell: string, root: CommandShape): string {
  return SCRIPTS[choose('<shell>', CHOICES.completion.shell, shell, 'completion')](root);
}
