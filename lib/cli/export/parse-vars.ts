import { CannotRun } from '../process/cannot-run.js';

/** Words that Terraform does not accept as names of variables. */
const RESERVED = ['true', 'false', 'null'];

/**
 * Reads `name=value` pairs. The value may be empty and may contain `=`. The last value of a name wins, as in Terraform.
 */
export function parseVars(pairs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(pairs.map(parseVar));
}

function parseVar(pair: string): [string, string] {
  const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(pair) ?? [];
  if (name === undefined || value === undefined) {
    throw refuse(pair, 'is invalid: write name=value');
  }
  if (RESERVED.includes(name)) throw refuse(pair, `is invalid: \`${name}\` is a reserved word of Terraform`);
  const inner = /\$\{[A-Za-z_][A-Za-z0-9_]*\}/.exec(value)?.[0];
  if (inner !== undefined) {
    throw refuse(
      pair,
      `is invalid: the value contains the placeholder \`${inner}\`, but must be the final value`,
    );
  }
  return [name, value];
}

function refuse(pair: string, reason: string): CannotRun {
  return new CannotRun(`error: option '--var <name=value>' argument '${pair}' ${reason}`);
}
