import { groupBy } from '../diagnostics/group-by.js';
import { editDistance } from '../options/edit-distance.js';
import { listPlaceholders, type Placeholder } from '../model/list-placeholders.js';
import { placeOf, type Rule } from './rule.js';

/**
 * Two names of one kind of value that differ in one character are most likely one name, misspelled. Each is a variable of
 * its own, so nothing else tells.
 */
export const similarPlaceholders: Rule = {
  code: 'similar-placeholders',
  severity: 'warning',
  *check(model) {
    for (const [rare, common] of listPairs(listPlaceholders(model))) {
      const [use] = rare.uses;
      yield {
        at: use ? placeOf(use.route) : {},
        message: `the placeholders \`\${${rare.name}}\` and \`\${${common.name}}\` differ in one character`,
        fix: `Write \`\${${common.name}}\` in both places, or give them names that differ more.`,
      };
    }
  },
};

/** Pairs of names one edit apart, the one with fewer uses first. */
function listPairs(
  placeholders: readonly Placeholder[],
): readonly (readonly [rare: Placeholder, common: Placeholder])[] {
  const shapes = groupBy(placeholders, ({ name }) => name.replace(/\d+/g, '0'));
  return listNeighbours([...shapes.keys()])
    .flatMap(([shape, otherShape]) => {
      const numbered = groupBy(shapes.get(otherShape)!, numbersOf);
      return shapes
        .get(shape)!
        .flatMap((one) => (numbered.get(numbersOf(one)) ?? []).map((other) => [one, other] as const));
    })
    .filter(
      ([one, other]) => shareOption(one, other) && isSlip(one.name, other.name) && !isPlural(one, other),
    )
    .map(([one, other]) => (one.uses.length <= other.uses.length ? [one, other] : [other, one]));
}

/** They tell names apart on purpose: `queue_1` and `queue_2`. */
function numbersOf({ name }: Placeholder): string {
  return (name.match(/\d+/g) ?? []).join();
}

/**
 * Pairs that may be one edit apart, in order: each such pair has a text in common that a name is, or is without one of
 * its letters. An application may have a placeholder for each of its routes, too many to compare each with each.
 */
function listNeighbours(names: readonly string[]): readonly (readonly [string, string])[] {
  const indexes = new Map<string, number[]>();
  const near = names.map(() => new Set<number>());
  for (const [index, name] of names.entries()) {
    const texts = [name, ...Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1))];
    for (const text of new Set(texts)) {
      const same = indexes.get(text);
      if (same) {
        for (const other of same) near[other]!.add(index);
        same.push(index);
      } else indexes.set(text, [index]);
    }
  }
  return near.flatMap((others, index) =>
    [...others].toSorted((a, b) => a - b).map((other) => [names[index]!, names[other]!] as const),
  );
}

function shareOption(one: Placeholder, other: Placeholder): boolean {
  return one.options.some(({ name }) => other.options.some((option) => option.name === name));
}

/** Single letters tell names apart on purpose: `bucket_a` and `bucket_b`. */
function isSlip(one: string, other: string): boolean {
  if (editDistance(one, other) !== 1 && !isSwapped(one, other)) return false;
  const [ours, theirs] = [split(one), split(other)];
  const word = ours.findIndex((text, index) => text !== theirs[index]);
  const [mine = '', yours = ''] = [ours[word], theirs[word]];
  return Math.min(mine.length, yours.length) > 1;
}

function split(name: string): readonly string[] {
  return name.split(/_|(?<=[a-z])(?=[A-Z])/);
}

/** Two neighbouring letters changed places. */
function isSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return (
    at >= 0 &&
    one.length === other.length &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

/** Functions are named after what they do: `get_user` and `get_users` are two. */
function isPlural(one: Placeholder, other: Placeholder): boolean {
  const isFunction = one.options.every(({ name }) => ['functionArn', 'invokeArn'].includes(name));
  const [short, long] = one.name.length < other.name.length ? [one.name, other.name] : [other.name, one.name];
  return isFunction && split(long).some((word, index) => word === `${split(short)[index]}s`);
}
