import type { Attribute, Body, HclPlace } from '../hcl/expression.js';
import type { Evaluation } from './evaluation.js';
import { describeValue } from './describe-value.js';
import type { Key, ModuleInstance } from './module-instance.js';
import { countOf, eachOf, NO_NAMES, type Names } from './names.js';
import { readItem } from './read-member.js';
import { toKey } from './read-value.js';
import { unknown, type Value } from './value.js';

/** More entries than these are not listed one by one. */
export const MOST_ENTRIES = 2000;

/** One instance of a resource or a call. Without a key it is the only one. */
interface Instance {
  readonly key?: Key;
  readonly names: Names;
}

/** The instances of a resource or a call, by `for_each` or `count`. */
export function listKeys(
  evaluation: Evaluation,
  body: Body,
  instance: ModuleInstance,
  owner: string,
): readonly Instance[] {
  const read = (attribute: Attribute): Value => evaluation.readAttribute(attribute, instance, owner);
  const forEach = body.attributes.get('for_each');
  if (forEach) return listEach(evaluation, read(forEach), forEach.at);
  const count = body.attributes.get('count');
  return count ? listCounted(read(count), count.at) : [{ names: NO_NAMES }];
}

function listEach(evaluation: Evaluation, given: Value, at: HclPlace): readonly Instance[] {
  const unknownKey = unknown(at, 'the key is not known');
  const open: readonly Instance[] = [
    {
      key: 'unknown',
      names: eachOf(
        unknownKey,
        unknown(at, `the value of ${describeValue(given)} is not known`, [given]),
        at,
      ),
    },
  ];
  if (given.kind === 'object') {
    const known = [...given.members].map(([key, { value }]): Instance => ({
      key: { known: key },
      names: eachOf({ kind: 'known', value: key, at }, value, at),
    }));
    return given.open.length > 0 ? [...known, ...open] : known;
  }
  if (given.kind === 'list') {
    const known = given.items.map((item): Instance => ({
      key: item.kind === 'known' ? toKey(item) : 'unknown',
      names: eachOf(item, item, at),
    }));
    return given.open.length > 0 ? [...known, ...open] : known;
  }
  const keys = keysOf(evaluation, given);
  if (!keys) return open;
  return keys.map((key) => ({
    key,
    names: eachOf(
      key === 'unknown' ? unknownKey : { kind: 'known', value: key.known, at },
      readItem(evaluation, given, key, at),
      at,
    ),
  }));
}

function listCounted(given: Value, at: HclPlace): readonly Instance[] {
  if (given.kind === 'known' && Number(given.value) <= MOST_ENTRIES) {
    return Array.from({ length: Number(given.value) }, (_, index) => ({
      key: { known: index },
      names: countOf({ kind: 'known', value: index, at }, at),
    }));
  }
  return [{ key: 'unknown', names: countOf(unknown(at, 'the number is not known'), at) }];
}

/** The keys of a resource or a module call with several instances. Absent: it has one, or they are not known. */
export function keysOf(evaluation: Evaluation, value: Value): readonly Key[] | undefined {
  const keys = listInstances(evaluation, value)?.map(({ key }) => key);
  return keys?.every((key) => key !== undefined && key !== 'unknown') ? (keys as Key[]) : undefined;
}

function listInstances(evaluation: Evaluation, value: Value): readonly Instance[] | undefined {
  if (value.kind === 'resource' && value.key === undefined && value.path.length === 0) {
    const { resource, instance } = value;
    return listKeys(evaluation, resource.body, instance, resource.address);
  }
  if (value.kind === 'module' && value.key === undefined) {
    const { instance, name } = value;
    return listKeys(evaluation, instance.module.calls.get(name)!.body, instance, `module.${name}`);
  }
  return undefined;
}
