import { CannotRun } from '../process/cannot-run.js';

/**
 * Reads `name=value` pairs. The value may be empty and may contain `=`; of two for one name the last counts, as in
 * Terraform.
 */
export function parseVars(pairs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(pairs.map(parseVar));
}

function parseVar(pair: string): [string, string] {
  const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(pair) ?? [];
  if (name === undefined || value === undefined) {
    throw new CannotRun(
      `error: option '--var <name=value>' argument '${pair}' is invalid: write the name of a placeholder, = and its value`,
    );
  }
  return [name, value];
}
