import type { ForExpression, HclPlace } from '../hcl/expression.js';
import { sortMembers } from './call-function.js';
import { describeValue } from './describe-value.js';
import type { Evaluation } from './evaluation.js';
import { keysOf, MOST_ENTRIES } from './list-keys.js';
import type { ModuleInstance } from './module-instance.js';
import type { Names } from './names.js';
import { readItem, readMember } from './read-member.js';
import { unknown, type Member, type Placed, type Unknown, type Value } from './value.js';

export function readFor(
  evaluation: Evaluation,
  { keyName, valueName, collection, key, value, condition }: ForExpression,
  at: HclPlace,
  instance: ModuleInstance,
  names: Names,
): Value {
  const given = evaluation.evaluate(collection, instance, names);
  const entries = entriesOf(evaluation, given);
  const bind = (name: Value, item: Value): Names =>
    new Map([...names, ...(keyName === undefined ? [] : [[keyName, name] as const]), [valueName, item]]);
  if (!entries || entries.length > MOST_ENTRIES) {
    const inner = bind(
      unknown(at, 'the key is not known'),
      unknown(collection.at, `the content of ${describeValue(given)} is not known`, [given]),
    );
    const made = [...(key ? [key] : []), value].map((one) => evaluation.evaluate(one, instance, inner));
    const rest = unknown(collection.at, `the content of ${describeValue(given)} is not known`, [
      given,
      ...made,
    ]);
    return key
      ? { kind: 'object', members: new Map(), open: [rest], at }
      : { kind: 'list', items: [], open: [rest], at };
  }
  const members = new Map<string, Member>();
  const items: Value[] = [];
  const open: Placed<Unknown>[] = given.kind === 'object' || given.kind === 'list' ? [...given.open] : [];
  for (const [name, item] of entries) {
    const inner = bind(name, item);
    const isIn = condition && evaluation.evaluate(condition, instance, inner);
    if (isIn?.kind === 'known' && isIn.value !== true) continue;
    const made = evaluation.evaluate(value, instance, inner);
    if (isIn && isIn.kind !== 'known') {
      open.push(unknown(condition.at, `whether ${describeValue(name)} is included is not known`, [made]));
      continue;
    }
    if (!key) {
      items.push(made);
      continue;
    }
    const keyed = evaluation.evaluate(key, instance, inner);
    if (keyed.kind === 'known')
      members.set(String(keyed.value), { value: made, at: key.at, isWritten: false });
    else open.push(unknown(key.at, `the key ${describeValue(keyed)} is not known`, [keyed, made]));
  }
  return key ? { kind: 'object', members, open, at } : { kind: 'list', items, open, at };
}

/** What a `for` goes through. Absent: it is not known. */
export function entriesOf(
  evaluation: Evaluation,
  value: Value,
): readonly (readonly [Value, Value])[] | undefined {
  const { at } = value;
  if (value.kind === 'object') {
    return sortMembers(value).map(([key, member]) => [{ kind: 'known', value: key, at }, member.value]);
  }
  if (value.kind === 'list') {
    return value.items.map((item, index) => [{ kind: 'known', value: index, at }, item]);
  }
  return keysOf(evaluation, value)?.map((key) => [
    key === 'unknown' ? unknown(at, 'the key is not known') : { kind: 'known', value: key.known, at },
    readItem(evaluation, value, key, at),
  ]);
}

export function readSplat(evaluation: Evaluation, of: Value, path: readonly string[], at: HclPlace): Value {
  const items = (entriesOf(evaluation, of)?.map(([, item]) => item) ?? [of]).map((item) =>
    path.reduce((value, name) => readMember(evaluation, value, name, at), item),
  );
  return { kind: 'list', items, open: of.kind === 'list' ? of.open : [], at };
}
