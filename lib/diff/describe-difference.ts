import type { Json } from '../openapi/openapi.js';
import type { ChangeKind } from './change-kinds.js';
import type { MemberCheck } from './compare-members.js';
import { compareMembers } from './compare-members.js';
import { isObject } from '../openapi/openapi.js';
import { showBoth, showValue } from './show-value.js';

/** What became of a value, as the end of a sentence. */
export function describeDifference(base: Json | undefined, now: Json | undefined): string {
  if (base === undefined) return `is set to ${showValue(now)}`;
  if (now === undefined) return `is removed: it was ${showValue(base)}`;
  const [was, is] = showBoth(base, now);
  return `changed from ${was} to ${is}`;
}

/** A member whose every difference is one change. */
export function differs(kind: ChangeKind, what: string): MemberCheck {
  return (base, now) => [{ kind, message: `${what} ${describeDifference(base, now)}` }];
}

/** A member with entries by their names, such as media types or parameters. Each that differs is one change. */
export function entriesDiffer(kind: ChangeKind, what: string): MemberCheck {
  return (base, now) =>
    compareMembers(isObject(base) ? base : {}, isObject(now) ? now : {}, {}, (name, was, is) => [
      { kind, message: `${what} ${showValue(name)} ${describeDifference(was, is)}` },
    ]);
}
