import type { Json, JsonObject } from '../openapi/openapi.js';
import type { Found } from './change.js';
import { isSame } from './is-same.js';

/** What the difference of a member means. It is asked only where the two differ. */
export type MemberCheck = (base: Json | undefined, now: Json | undefined) => readonly Found[];

/**
 * Compares two objects member by member.
 *
 * @param checks what the difference of each known member means
 * @param other what the difference of any other member means
 * @param deep members that are asked about even where the two say the same, because they refer to other parts
 */
export function compareMembers(
  base: JsonObject,
  now: JsonObject,
  checks: Readonly<Record<string, MemberCheck>>,
  other: (member: string, base: Json | undefined, now: Json | undefined) => readonly Found[],
  deep: readonly string[] = [],
): readonly Found[] {
  const names = new Set([...Object.keys(base), ...Object.keys(now)]);
  return [...names].flatMap((name) => {
    const [was, is] = [own(base, name), own(now, name)];
    if (isSame(was, is) && !deep.includes(name)) return [];
    return Object.hasOwn(checks, name) ? checks[name]!(was, is) : other(name, was, is);
  });
}

function own(owner: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(owner, name) ? owner[name] : undefined;
}
