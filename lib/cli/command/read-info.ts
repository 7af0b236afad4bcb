import { defined } from '../../values/defined.js';
import { CannotRun } from '../process/cannot-run.js';
import type { RawArguments } from './raw-arguments.js';
import type { ReadSettings } from '../application/read-module.js';

/**
 * What the command line says of the API itself.
 *
 * @throws CannotRun for `--version` without a text, which only `apigen` alone takes
 */
export function readInfo({ title, description, version }: RawArguments): ReadSettings['info'] {
  if (version === true) throw new CannotRun("error: option '--version <text>' argument missing");
  return defined({ title, description, version });
}
