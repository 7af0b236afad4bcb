import { dirname, resolve } from 'node:path';
import type { Expression, HclPlace } from '../hcl/expression.js';
import { joinText, textOf, toKey } from './read-value.js';
import { unknown, type Member, type Placed, type Unknown, type Value } from './value.js';

type Call = Extract<Expression, { kind: 'call' }> & { readonly at: HclPlace };

/** What functions need beside their arguments. */
export interface FunctionContext {
  readFile(call: 'templatefile' | 'file', args: readonly Value[]): Value;
  readonly root: string;
  readonly moduleDir: string;
}

type Run = (args: readonly Value[], call: Call, context: FunctionContext) => Value;

const same: Run = ([value], { at }) => value ?? unknown(at, 'there is no argument');

/** The functions that are followed. Of any other the result is not known, only what it is made of. */
const FUNCTIONS: Readonly<Record<string, Run>> = {
  templatefile: (args, _, { readFile }) => readFile('templatefile', args),
  file: (args, _, { readFile }) => readFile('file', args),
  templatestring: (args, { at }, { readFile }) => fillTemplate(args, at, readFile),
  // The same document, in another form.
  jsonencode: (args, call) => encode(args, call),
  yamlencode: (args, call) => encode(args, call),
  jsondecode: (args, call) => decode(args, call),
  yamldecode: (args, call) => decode(args, call),
  sensitive: same,
  nonsensitive: same,
  tostring: same,
  tomap: same,
  tolist: same,
  toset: same,
  trimspace: same,
  chomp: same,
  merge: (args, call) => merge(args, call),
  concat: (args, call) => concat(args, call),
  setunion: (args, call) => concat(args, call),
  flatten: (args, call) => concat(args[0]?.kind === 'list' ? args[0].items.map(asList) : args, call),
  try: (args, { at }) => {
    const [first, ...others] = args.filter((one) => !(one.kind === 'unknown' && one.isMissing));
    if (!first || others.length === 0) return first ?? unknown(at, 'there is no argument');
    return first.kind === 'known' ? first : { kind: 'choice', options: [first, ...others], at };
  },
  coalesce: (args, { at }) => {
    const set = args.filter((one) => !(one.kind === 'known' && (one.value === null || one.value === '')));
    const [first] = set;
    return first?.kind === 'known' || set.length === 1 ? first! : { kind: 'choice', options: set, at };
  },
  one: ([list], { at }) =>
    list?.kind === 'list' && list.items.length === 1 && list.open.length === 0
      ? list.items[0]!
      : { kind: 'choice', options: list?.kind === 'list' ? [...list.items] : [list!], at },
  element: ([list, index], { at }) => {
    const key = index && toKey(index);
    if (list?.kind === 'list' && key && key !== 'unknown' && list.open.length === 0) {
      return list.items[Number(key.known) % list.items.length] ?? unknown(at, 'the list is empty');
    }
    return { kind: 'choice', options: list?.kind === 'list' ? [...list.items] : list ? [list] : [], at };
  },
  lookup: ([object, key, fallback], { at }) => {
    const name = textOf(key);
    if (object?.kind !== 'object' || name === undefined) {
      return unknown(
        at,
        'what `lookup` finds is not known',
        [object, fallback].filter((one) => one !== undefined),
      );
    }
    const found = object.members.get(name)?.value;
    if (found) return found;
    if (object.open.length > 0) return unknown(at, object.open[0]!.why, object.open);
    return fallback ?? unknown(at, `there is no \`${name}\``);
  },
  keys: ([object], { at }) =>
    object?.kind === 'object'
      ? {
          kind: 'list',
          items: sortMembers(object).map(([value]): Value => ({ kind: 'known', value, at })),
          open: object.open,
          at,
        }
      : unknown(at, 'the keys are not known', object ? [object] : []),
  values: ([object], { at }) =>
    object?.kind === 'object'
      ? { kind: 'list', items: sortMembers(object).map(([, { value }]) => value), open: object.open, at }
      : { kind: 'choice', options: object ? [object] : [], at },
  zipmap: ([keys, values], { at }) => {
    if (keys?.kind !== 'list' || values?.kind !== 'list' || keys.open.length > 0) {
      const open = unknown(
        at,
        'the keys of `zipmap` are not known',
        [keys, values].filter((one) => one !== undefined),
      );
      return { kind: 'object', members: new Map(), open: [open], at };
    }
    const members = new Map<string, Member>();
    const open: Placed<Unknown>[] = [];
    for (const [index, key] of keys.items.entries()) {
      const name = textOf(key);
      const value = values.items[index] ?? unknown(at, 'a list of `zipmap` is shorter');
      if (name === undefined) open.push(unknown(at, 'a key of `zipmap` is not known', [key, value]));
      else members.set(name, { value, at: key.at, isWritten: false });
    }
    return { kind: 'object', members, open, at };
  },
  join: ([separator, list], { at }) => {
    if (list?.kind !== 'list' || list.open.length > 0 || !separator) {
      return unknown(
        at,
        'the result of `join` is not known',
        [separator, list].filter((one) => one !== undefined),
      );
    }
    return joinText(
      list.items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])),
      at,
    );
  },
  format: ([pattern, ...args], { at }) => {
    const text = textOf(pattern);
    if (text === undefined || /%[^sdv%]/.test(text))
      return unknown(at, 'the result of `format` is not known', args);
    const parts: Value[] = [];
    let next = 0;
    for (const piece of text.split(/(%[sdv%])/)) {
      if (piece === '%%') parts.push({ kind: 'known', value: '%', at });
      else if (/^%[sdv]$/.test(piece))
        parts.push(args[next++] ?? unknown(at, 'an argument of `format` is missing'));
      else parts.push({ kind: 'known', value: piece, at });
    }
    return joinText(parts, at);
  },
  replace: (args, { at }) => {
    const [text, from, to] = args.map(textOf);
    if (text !== undefined && from !== undefined && to !== undefined && !/^\/.*\/$/.test(from)) {
      return { kind: 'known', value: text.replaceAll(from, to), at };
    }
    return unknown(at, 'the result of `replace` is not known', args);
  },
  lower: (args, call) => mapText(args, call, (text) => text.toLowerCase()),
  upper: (args, call) => mapText(args, call, (text) => text.toUpperCase()),
  dirname: (args, call) => mapText(args, call, dirname),
  abspath: (args, call, { root }) => mapText(args, call, (text) => resolve(root, text)),
  pathexpand: same,
  length: ([value], { at }) => {
    if (value?.kind === 'list' && value.open.length === 0)
      return { kind: 'known', value: value.items.length, at };
    if (value?.kind === 'object' && value.open.length === 0)
      return { kind: 'known', value: value.members.size, at };
    return unknown(at, 'the length is not known', value ? [value] : []);
  },
};

/** Terraform goes through the members of an object by name. */
export function sortMembers({ members }: Extract<Value, { kind: 'object' }>): readonly [string, Member][] {
  return [...members].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** A file that is read as it is, and filled in after that: the same as `templatefile`. */
export function fillTemplate(
  [text, values]: readonly (Value | undefined)[],
  at: HclPlace,
  readFile: FunctionContext['readFile'],
): Value {
  const file = text?.kind === 'document' && text.source.call === 'file' ? text.source.file : undefined;
  if (file === undefined || !values) {
    const from = [text, values].filter((one) => one !== undefined);
    return unknown(at, 'what fills in the template is not known', from);
  }
  return readFile('templatefile', [{ kind: 'known', value: file, at }, values]);
}

/** A choice of objects as one object. */
export function uniteObjects(value: Value): Value {
  return value.kind === 'choice' ? (unite(value.options, value.at) ?? value) : value;
}

/** Calls a function of Terraform. */
export function callFunction(call: Call, args: readonly Value[], context: FunctionContext): Value {
  const given = call.expands ? expand(args) : args;
  if (!given) return unknown(call.at, `the arguments of \`${call.name}\` are not known`, args);
  const run = Object.hasOwn(FUNCTIONS, call.name) ? FUNCTIONS[call.name] : undefined;
  if (run) return run(given, call, context);
  return unknown(call.at, `the result of \`${call.name}\` is not known`, given);
}

/** `merge(list...)` */
function expand(args: readonly Value[]): readonly Value[] | undefined {
  const last = args.at(-1);
  if (last?.kind !== 'list') return undefined;
  return [...args.slice(0, -1), ...last.items, ...last.open.map((one) => ({ ...one, at: last.at }))];
}

function encode([value]: readonly Value[], { at }: Call): Value {
  return value ?? unknown(at, 'there is no argument');
}

function decode([value]: readonly Value[], { at, name }: Call): Value {
  if (value?.kind === 'document' || value?.kind === 'choice') return value;
  return unknown(at, `what \`${name}\` reads is not known`, value ? [value] : []);
}

function merge(args: readonly Value[], { at }: Call): Value {
  const document = args.find(({ kind }) => kind === 'document');
  if (document) return document;
  const members = new Map<string, Member>();
  const open: Placed<Unknown>[] = [];
  for (const given of args) {
    const arg = uniteObjects(given);
    if (arg.kind === 'object') {
      for (const [name, member] of arg.members) members.set(name, member);
      open.push(...arg.open);
    } else if (!(arg.kind === 'known' && arg.value === null)) {
      open.push(arg.kind === 'unknown' ? arg : unknown(arg.at, 'what `merge` adds is not known', [arg]));
    }
  }
  return { kind: 'object', members, open, at };
}

/** One object for a choice of objects: what each of them has is known to be there. Absent: they are not all objects. */
function unite(options: readonly Value[], at: HclPlace): Extract<Value, { kind: 'object' }> | undefined {
  const objects = options.map((one) => (one.kind === 'choice' ? (unite(one.options, at) ?? one) : one));
  if (!objects.every((one) => one.kind === 'object')) return undefined;
  const names = [...new Set(objects.flatMap(({ members }) => [...members.keys()]))];
  const everywhere = names.filter((name) => objects.every(({ members }) => members.has(name)));
  const others = names.filter((name) => !everywhere.includes(name));
  const members = everywhere.map((name): [string, Member] => {
    const found = objects.map((one) => one.members.get(name)!);
    return [name, { ...found[0]!, value: { kind: 'choice', options: found.map(({ value }) => value), at } }];
  });
  const conditional = unknown(
    at,
    `${others.map((name) => `\`${name}\``).join(' or ')} is set only on a condition`,
  );
  return {
    kind: 'object',
    members: new Map(members),
    open: [...objects.flatMap(({ open }) => open), ...(others.length > 0 ? [conditional] : [])],
    at,
  };
}

function concat(args: readonly Value[], { at }: Call): Value {
  const lists = args.map(asList);
  return {
    kind: 'list',
    items: lists.flatMap(({ items }) => items),
    open: lists.flatMap(({ open }) => open),
    at,
  };
}

function asList(value: Value): Extract<Value, { kind: 'list' }> {
  if (value.kind === 'list') return value;
  const { at } = value;
  return { kind: 'list', items: [], open: [unknown(at, 'the items of a list are not known', [value])], at };
}

function mapText([value]: readonly Value[], { at, name }: Call, change: (text: string) => string): Value {
  const text = textOf(value);
  if (text !== undefined) return { kind: 'known', value: change(text), at };
  return unknown(at, `the result of \`${name}\` is not known`, value ? [value] : []);
}
