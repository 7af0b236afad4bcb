import { findNearest } from '../../options/find-nearest.js';
import { CannotRun } from '../process/cannot-run.js';

/**
 * Reports what commander would report: nest-commander replaces its check of choices with the parser of the option.
 *
 * @param command the subcommand whose choices are others than those of `apigen`
 * @throws CannotRun for a value that is none of the choices
 */
export function choose<Choice extends string>(
  option: string,
  choices: readonly Choice[],
  value: string,
  command?: string,
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const where = command === undefined ? '' : ` for '${command}'`;
  throw new CannotRun(
    `error: ${option.startsWith('-') ? 'option ' : ''}'${option}' argument '${value}' is invalid. Allowed choices${where} are ${choices.join(', ')}.${didYouMean(value, choices)}`,
  );
}

/** `\n(Did you mean explain?)`, as commander asks after an unknown option; empty if nothing is like the word. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = findNearest(word, known);
  if (near.length === 0) return '';
  return `\n(Did you mean ${near.length === 1 ? near[0] : `one of ${near.join(', ')}`}?)`;
}
