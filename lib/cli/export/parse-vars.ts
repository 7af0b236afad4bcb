import { CannotRun } from '../process/cannot-run.js';

/** Words that Terraform does not take as the name of a variable. */
const RESERVED = ['true', 'false', 'null'];

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
    throw refuse(pair, 'is invalid: write the name of a placeholder, = and its value');
  }
  if (RESERVED.includes(name)) throw refuse(pair, `is invalid: \`${name}\` is a word of Terraform`);
  const inner = /\$\{[A-Za-z_][A-Za-z0-9_]*\}/.exec(value)?.[0];
  if (inner !== undefined) {
    throw refuse(pair, `is invalid: its value has the placeholder \`${inner}\`; give the value itself`);
  }
  return [name, value];
}

function refuse(pair: string, reason: string): CannotRun {
  return new CannotRun(`error: option '--var <name=value>' argument '${pair}' ${reason}`);
}
