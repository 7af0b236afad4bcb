import { CannotRun } from '../process/cannot-run.js';
import type { RawArguments } from './raw-arguments.js';

/**
 * Rejects the options of `apigen` that a subcommand does not accept.
 *
 * @throws CannotRun for the first such option
 */
export function refuseOtherOptions(
  command: string,
  raw: RawArguments,
  accepted: readonly (keyof RawArguments)[],
): void {
  const taken: readonly string[] = accepted;
  const [other] = Object.keys(raw).filter((name) => !taken.includes(name));
  if (other === undefined) return;
  const flag = other.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new CannotRun(`error: option '--${flag}' has no effect on '${command}', which writes no files`);
}
