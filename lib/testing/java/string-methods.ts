import { JavaException } from './java-exception.js';
import { javaRegex, matchesWhole, replaceAll } from './java-regex.js';
import type { JavaValue } from './java-value.js';

/** A method of a class, on one of its values. */
export type MethodOf<Value> = (value: Value, ...args: readonly JavaValue[]) => JavaValue;

/** The methods of `java.lang.String`. An argument of another type than Java's makes the method one that is not there. */
export const STRING_METHODS: Readonly<Record<string, MethodOf<string>>> = {
  length: (text) => BigInt(text.length),
  isEmpty: (text) => text === '',
  isBlank: (text) => text.trim() === '',
  trim: (text) => text.replace(/^[\0- ]+|[\0- ]+$/g, ''),
  strip: (text) => text.trim(),
  toLowerCase: (text) => text.toLowerCase(),
  toUpperCase: (text) => text.toUpperCase(),
  charAt: (text, index) => text[checkIndex(text, index)]!,
  concat: onStrings(1, (text, other) => text + other),
  contains: onStrings(1, (text, other) => text.includes(other)),
  startsWith: onStrings(1, (text, other) => text.startsWith(other)),
  endsWith: onStrings(1, (text, other) => text.endsWith(other)),
  indexOf: onStrings(1, (text, other) => BigInt(text.indexOf(other))),
  lastIndexOf: onStrings(1, (text, other) => BigInt(text.lastIndexOf(other))),
  equalsIgnoreCase: (text, other) => typeof other === 'string' && text.toLowerCase() === other.toLowerCase(),
  compareTo: onStrings(1, (text, other) => (text < other ? -1n : text > other ? 1n : 0n)),
  matches: onStrings(1, (text, source) => matchesWhole(source, text)),
  replace: onStrings(2, (text, found, replacement) => text.replaceAll(found, () => replacement)),
  replaceAll: onStrings(2, (text, source, replacement) => replaceAll(text, source, replacement)),
  replaceFirst: onStrings(2, (text, source, replacement) => replaceAll(text, source, replacement, '')),
  repeat: (text, count) => repeat(text, Number(count)),
  split: (text, source, limit) =>
    typeof source === 'string' ? split(text, source, Number(limit ?? 0)) : null,
  substring: (text, begin, end) => {
    const [from, to] = [checkIndex(text, begin!), end === undefined ? text.length : checkIndex(text, end)];
    if (from > to) throw new JavaException(`StringIndexOutOfBoundsException: ${from} to ${to}`);
    return text.slice(from, to);
  },
};

function checkIndex(text: string, index: JavaValue | undefined): number {
  const number = Number(index);
  if (number < 0 || number > text.length)
    throw new JavaException(`StringIndexOutOfBoundsException: ${number} of ${text.length}`);
  return number;
}

function repeat(text: string, count: number): string {
  if (!(count >= 0)) throw new JavaException(`IllegalArgumentException: count is negative: ${count}`);
  if (text.length * count > MAX_LENGTH)
    throw new JavaException('OutOfMemoryError: a string that is too long');
  return text.repeat(count);
}

/** Characters of a string whose length a caller chose. */
const MAX_LENGTH = 100_000_000;

/** @param count of arguments, besides the text itself */
function onStrings(count: number, method: (text: string, ...args: string[]) => JavaValue): MethodOf<string> {
  return (text, ...args) =>
    args.length >= count && args.every((arg): arg is string => typeof arg === 'string')
      ? method(text, ...args)
      : null;
}

/** Without a limit Java leaves empty strings at the end out. */
function split(text: string, source: string, limit: number): JavaValue {
  const parts: string[] = [];
  let end = 0;
  for (const found of text.matchAll(javaRegex(source, 'g'))) {
    if (limit > 0 && parts.length === limit - 1) break;
    if (found[0] === '' && (found.index === 0 || found.index === text.length)) continue;
    parts.push(text.slice(end, found.index));
    end = found.index + found[0].length;
  }
  parts.push(text.slice(end));
  if (limit !== 0) return parts;
  const last = parts.findLastIndex((part) => part !== '');
  return parts.slice(0, Math.max(last, 0) + 1);
}
