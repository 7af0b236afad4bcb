import type { Deployed, Subject } from './deployed.js';
import { matches } from './matches.js';

/** What an emulator has otherwise than the application describes it. */
export interface Difference {
  readonly subject: Subject;
  readonly name: string;
  /** Absent: the whole part. */
  readonly member?: string;
  /** Absent: the application does not have it. */
  readonly expected?: unknown;
  /** Absent: the emulator does not have it. */
  readonly actual?: unknown;
}

/** AWS adds to the others what no document has. */
const COMPLETE: readonly Subject[] = ['route', 'authorizer'];

/**
 * Compares what the application describes with what an emulator has.
 *
 * @param isHidden what the emulator cannot show
 */
export function compareDeployed(
  expected: readonly Deployed[],
  actual: readonly Deployed[],
  isHidden: (subject: Subject, member?: string) => boolean,
): readonly Difference[] {
  const found = new Map(actual.map((one) => [keyOf(one), one]));
  const known = new Set(expected.map(keyOf));
  const differences = expected
    .filter(({ subject }) => !isHidden(subject))
    .flatMap((one): readonly Difference[] => {
      const { subject, name, members } = one;
      const there = found.get(keyOf(one));
      if (!there) return [{ subject, name, expected: members }];
      return Object.entries(members)
        .filter(([member, value]) => value !== undefined && !isHidden(subject, member))
        .filter(([member, value]) => !matches(value, there.members[member]))
        .map(([member, value]) => {
          const shown = there.members[member];
          return {
            subject,
            name,
            member,
            expected: value,
            ...(shown === undefined ? {} : { actual: shown }),
          };
        });
    });
  const added = actual
    .filter((one) => COMPLETE.includes(one.subject) && !isHidden(one.subject) && !known.has(keyOf(one)))
    .map(({ subject, name, members }): Difference => ({ subject, name, actual: members }));
  return [...differences, ...added];
}

function keyOf({ subject, name }: Deployed): string {
  return `${subject} ${name}`;
}
