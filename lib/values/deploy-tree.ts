import {
  formatDeployValue,
  formatPart,
  isDeployValue,
  isPlaceholder,
  joinDeployValue,
  listOfItems,
  type DeployValue,
  type PlaceholderPlace,
} from './deploy-value.js';

/** An object whose keys are deploy values. */
export interface DeployMap {
  readonly '@deployMap': readonly (readonly [DeployValue, DeployTree])[];
}

/** JSON in which a string, or the keys of an object, may be deploy values. Every plain string is text. */
export type DeployTree =
  string | number | boolean | null | DeployValue | DeployMap | readonly DeployTree[] | DeployMembers;

/** A member that is `undefined` is not written. */
export interface DeployMembers {
  readonly [member: string]: DeployTree | undefined;
}

export interface TreeWriter {
  /** Writes a piece of text. */
  readonly text: (text: string) => string;
  /** Writes a placeholder, by its identifier; `before` is the text in front of it. */
  readonly placeholder: (name: string, before: string, within?: PlaceholderPlace) => string;
  /** Writes the items of an array for which a placeholder stands. Absent: as one placeholder. */
  readonly items?: (name: string, within: PlaceholderPlace) => readonly string[];
}

/** Placeholders as their authors wrote them; text as it is. */
export const AS_WRITTEN: TreeWriter = { text: (text) => text, placeholder: (name) => `\${${name}}` };

/** Turns a tree into plain JSON, which may share parts with it. Placeholders that `values` knows become text. */
export function writeTree(
  tree: DeployTree | undefined,
  writer: TreeWriter = AS_WRITTEN,
  values: ReadonlyMap<string, string> = NO_VALUES,
): unknown {
  if (typeof tree === 'string') return writer.text(tree);
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) return writeItems(tree, writer, values);
  if (isDeployValue(tree)) return writeValue(tree, writer, values);
  return isDeployMap(tree)
    ? writeDeployMap(tree, writer, values)
    : writeMembers(tree as DeployMembers, writer, values);
}

function writeItems(
  items: readonly DeployTree[],
  writer: TreeWriter,
  values: ReadonlyMap<string, string>,
): readonly unknown[] {
  let written: unknown[] | undefined;
  for (let index = 0; index < items.length; index += 1) {
    const list = writer.items && listOfItems(items[index]);
    if (list) {
      written ??= items.slice(0, index);
      written.push(...writer.items(list.placeholder, list.within!));
      continue;
    }
    const item = writeTree(items[index], writer, values);
    if (!written && item !== items[index]) written = items.slice(0, index);
    written?.push(item);
  }
  return written ?? items;
}

function writeDeployMap(
  { '@deployMap': entries }: DeployMap,
  writer: TreeWriter,
  values: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const [key, value] of entries) {
    define(written, writeValue(key, writer, values), writeTree(value, writer, values));
  }
  return written;
}

/** Most of a tree is written as it stands: it is copied from the first member that is not. */
function writeMembers(
  members: DeployMembers,
  writer: TreeWriter,
  values: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  const keys = Object.keys(members);
  let written: Record<string, unknown> | undefined;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]!;
    const member = members[key];
    const name = writer.text(key);
    const value = writeTree(member, writer, values);
    if (!written) {
      if (value === member && name === key && member !== undefined) continue;
      written = {};
      for (const same of keys.slice(0, index)) define(written, same, members[same]);
    }
    if (member !== undefined) define(written, name, value);
  }
  return written ?? members;
}

/** An object with deploy values as keys, sorted as they were written. */
export function deployMap(entries: readonly (readonly [DeployValue, DeployTree])[]): DeployMap {
  if (entries.length < 2) return { '@deployMap': entries };
  const keyed = entries.map((entry): [string, typeof entry] => [formatDeployValue(entry[0]), entry]);
  return {
    '@deployMap': keyed.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, entry]) => entry),
  };
}

export function isDeployMap(value: object): value is DeployMap {
  return '@deployMap' in value && Array.isArray(value['@deployMap']);
}

function writeValue(value: DeployValue, writer: TreeWriter, values: ReadonlyMap<string, string>): string {
  let written = '';
  for (const part of values.size > 0 ? fill(value, values) : value['@deploy']) {
    written += isPlaceholder(part)
      ? writer.placeholder(part.placeholder, written, part.within)
      : writer.text(formatPart(part));
  }
  return written;
}

/** Joined again before it is written: text beside a filled value may make one with it what must be escaped. */
function fill(value: DeployValue, values: ReadonlyMap<string, string>): DeployValue['@deploy'] {
  const filled = value['@deploy'].map((part) =>
    isPlaceholder(part) ? (values.get(part.placeholder) ?? { '@deploy': [part] }) : { '@deploy': [part] },
  );
  return joinDeployValue(...filled)['@deploy'];
}

/** The names of the placeholders in a tree, sorted. */
export function listPlaceholders(tree: DeployTree): readonly string[] {
  const names = new Set<string>();
  writeTree(tree, { text: (text) => text, placeholder: (name) => (names.add(name), '') });
  return [...names].toSorted();
}

const NO_VALUES: ReadonlyMap<string, string> = new Map();

/** A key may be `__proto__`, which a plain assignment would lose. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}
