import { JavaException } from './java-exception.js';
import { javaEquals } from './java-equals.js';
import { JavaObject, type JavaMap, type JavaValue } from './java-value.js';
import { printJava } from './print-java.js';
import type { MethodOf } from './string-methods.js';

export const MAP_METHODS: Readonly<Record<string, MethodOf<JavaMap>>> = {
  size: (map) => BigInt(map.size),
  isEmpty: (map) => map.size === 0,
  get: (map, key = null) => getMember(map, key),
  getOrDefault: (map, key = null, other = null) => (map.has(String(key)) ? getMember(map, key) : other),
  containsKey: (map, key) => typeof key === 'string' && map.has(key),
  containsValue: (map, value = null) => [...map.values()].some((other) => javaEquals(value, other)),
  keySet: (map) => [...map.keys()],
  values: (map) => [...map.values()],
  entrySet: (map) => [...map].map(([key, value]) => entry(key, value)),
  put: (map, key = null, value = null) => {
    const before = getMember(map, key);
    map.set(printJava(key), value);
    return before;
  },
  putAll: (map, other) => {
    if (other instanceof Map) for (const [key, value] of other) map.set(key, value);
    return null;
  },
  remove: (map, key = null) => {
    const before = getMember(map, key);
    map.delete(printJava(key));
    return before;
  },
  clear: (map) => {
    map.clear();
    return null;
  },
};

function getMember(map: JavaMap, key: JavaValue): JavaValue {
  return typeof key === 'string' ? (map.get(key) ?? null) : null;
}

function entry(key: string, value: JavaValue): JavaObject {
  return new JavaObject(
    { key, value },
    { getKey: () => key, getValue: () => value },
    `${key}=${printJava(value)}`,
  );
}

/** Lists, and the sets and arrays that other methods answer. */
export const LIST_METHODS: Readonly<Record<string, MethodOf<JavaValue[]>>> = {
  size: (list) => BigInt(list.length),
  isEmpty: (list) => list.length === 0,
  get: (list, index) => {
    if (typeof index !== 'bigint') return null;
    if (index < 0n || index >= BigInt(list.length))
      throw new JavaException(`IndexOutOfBoundsException: ${index} of ${list.length}`);
    return list[Number(index)]!;
  },
  contains: (list, value = null) => findItem(list, value) >= 0,
  indexOf: (list, value = null) => BigInt(findItem(list, value)),
  add: (list, value = null) => {
    list.push(value);
    return true;
  },
  addAll: (list, other) => {
    if (Array.isArray(other)) list.push(...(other as readonly JavaValue[]));
    return Array.isArray(other) && other.length > 0;
  },
  set: (list, index, value = null) => {
    const before = list[Number(index)] ?? null;
    list[Number(index)] = value;
    return before;
  },
  remove: (list, value = null) => {
    if (typeof value === 'bigint') return list.splice(Number(value), 1)[0] ?? null;
    const index = findItem(list, value);
    if (index >= 0) list.splice(index, 1);
    return index >= 0;
  },
  clear: (list) => {
    list.length = 0;
    return null;
  },
  subList: (list, from, to) => list.slice(Number(from), Number(to)),
};

function findItem(list: readonly JavaValue[], value: JavaValue): number {
  return list.findIndex((item) => javaEquals(item, value));
}
