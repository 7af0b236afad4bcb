import type { DeployValue } from '../../../values/deploy-value.js';
import type { RequestValue } from '../../../values/request-value.js';
import { followedBy, givenText, whenGiven, type Given } from './given.js';
import { inJson, join, writeValue, type Vtl } from './vtl-text.js';

export function object(name: string, pairs: readonly Vtl[]): Vtl {
  return join(`"${name}":{`, ...intersperse(pairs, ','), '}');
}

export function quoted(value: string | DeployValue | RequestValue): Vtl {
  return join('"', writeValue(value, inJson()), '"');
}

/** A member of a JSON object, or one of its entries, that may be left out. */
export interface Optional {
  readonly written: Vtl;
  readonly given: Given;
}

/** Pieces with a separator between them. The first always stands. */
export function separateGiven(items: readonly Optional[], separator: string): readonly Vtl[] {
  return items.map(({ written, given }, index) =>
    index === 0 ? written : followedBy(given, separator, written),
  );
}

/** A further member of a request, left out where its value is not given: services refuse empty texts. */
export function argument(
  name: string,
  value: Vtl | RequestValue | undefined,
  isGiven: (value: Vtl | RequestValue) => Given = givenText,
): Vtl {
  return value === undefined ? '' : followedBy(isGiven(value), ',', join(`"${name}":`, quoted(value)));
}

/** Pieces with a separator between them, any of which may be left out. `variable` is free in the template. */
export function separateMembers(
  items: readonly Optional[],
  separator: string,
  variable: string,
): readonly Vtl[] {
  if (items[0]?.given === undefined) return separateGiven(items, separator);
  return [
    `#set($${variable} = "")`,
    ...items.map(({ written, given }) =>
      whenGiven(given, join(`$!{${variable}}`, written, `#set($${variable} = "${separator}")`)),
    ),
  ];
}

export function intersperse(items: readonly Vtl[], separator: string): readonly Vtl[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}
