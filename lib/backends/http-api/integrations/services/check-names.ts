import type { Refusal } from '../../../refusal.js';
import type { Subtype } from './subtypes.js';

/** The parameters that a first-class integration does not have, and those that it needs. `option` holds them. */
export function checkNames(
  what: string,
  { name, required, optional }: Subtype,
  given: readonly string[],
  option: string,
): readonly Refusal[] {
  const known = [...required, ...optional];
  const words = known.map((word) => `\`${word}\``).join(', ');
  return [
    ...given
      .filter((one) => !known.includes(one))
      .map((one) => ({
        what: `\`${one}\` of ${what}`,
        why: `the integration \`${name}\` has no such parameter`,
        fix: `Use ${words}.`,
      })),
    ...required
      .filter((one) => !given.includes(one))
      .map((one) => ({
        what,
        why: `the integration \`${name}\` needs the parameter \`${one}\``,
        fix: `Add \`${one}\` to \`${option}\`.`,
      })),
  ];
}
