import { JavaException } from './java-exception.js';
import { javaEquals } from './java-equals.js';
import { JavaObject, type JavaMap, type JavaMethod, type JavaValue } from './java-value.js';
import { printJava } from './print-java.js';

export function mapMethods(map: JavaMap): Readonly<Record<string, JavaMethod>> {
  const get = (key: JavaValue): JavaValue => (typeof key === 'string' ? (map.get(key) ?? null) : null);
  return {
    size: () => BigInt(map.size),
    isEmpty: () => map.size === 0,
    get: (key = null) => get(key),
    getOrDefault: (key = null, other = null) => (map.has(String(key)) ? get(key) : other),
    containsKey: (key) => typeof key === 'string' && map.has(key),
    containsValue: (value = null) => [...map.values()].some((other) => javaEquals(value, other)),
    keySet: () => [...map.keys()],
    values: () => [...map.values()],
    entrySet: () => [...map].map(([key, value]) => entry(key, value)),
    put: (key = null, value = null) => {
      const before = get(key);
      map.set(printJava(key), value);
      return before;
    },
    putAll: (other) => {
      if (other instanceof Map) for (const [key, value] of other) map.set(key, value);
      return null;
    },
    remove: (key = null) => {
      const before = get(key);
      map.delete(printJava(key));
      return before;
    },
    clear: () => {
      map.clear();
      return null;
    },
  };
}

function entry(key: string, value: JavaValue): JavaObject {
  return new JavaObject(
    { key, value },
    { getKey: () => key, getValue: () => value },
    `${key}=${printJava(value)}`,
  );
}

/** Lists, and the sets and arrays that other methods answer. */
export function listMethods(list: JavaValue[]): Readonly<Record<string, JavaMethod>> {
  const has = (value: JavaValue): number => list.findIndex((item) => javaEquals(item, value));
  return {
    size: () => BigInt(list.length),
    isEmpty: () => list.length === 0,
    get: (index) => {
      if (typeof index !== 'bigint') return null;
      if (index < 0n || index >= BigInt(list.length))
        throw new JavaException(`IndexOutOfBoundsException: ${index} of ${list.length}`);
      return list[Number(index)]!;
    },
    contains: (value = null) => has(value) >= 0,
    indexOf: (value = null) => BigInt(has(value)),
    add: (value = null) => {
      list.push(value);
      return true;
    },
    addAll: (other) => {
      if (Array.isArray(other)) list.push(...(other as readonly JavaValue[]));
      return Array.isArray(other) && other.length > 0;
    },
    set: (index, value = null) => {
      const before = list[Number(index)] ?? null;
      list[Number(index)] = value;
      return before;
    },
    remove: (value = null) => {
      if (typeof value === 'bigint') return list.splice(Number(value), 1)[0] ?? null;
      const index = has(value);
      if (index >= 0) list.splice(index, 1);
      return index >= 0;
    },
    clear: () => {
      list.length = 0;
      return null;
    },
    subList: (from, to) => list.slice(Number(from), Number(to)),
  };
}
