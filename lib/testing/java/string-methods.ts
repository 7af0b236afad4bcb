import { JavaException } from './java-exception.js';
import { javaRegex, matchesWhole, replaceAll } from './java-regex.js';
import type { JavaMethod, JavaValue } from './java-value.js';

/** The methods of `java.lang.String`. An argument of another type than Java's makes the method one that is not there. */
export function stringMethods(text: string): Readonly<Record<string, JavaMethod>> {
  const at = (index: JavaValue): number => {
    const number = Number(index);
    if (number < 0 || number > text.length)
      throw new JavaException(`StringIndexOutOfBoundsException: ${number} of ${text.length}`);
    return number;
  };
  return {
    length: () => BigInt(text.length),
    isEmpty: () => text === '',
    isBlank: () => text.trim() === '',
    trim: () => text.replace(/^[\0- ]+|[\0- ]+$/g, ''),
    strip: () => text.trim(),
    toLowerCase: () => text.toLowerCase(),
    toUpperCase: () => text.toUpperCase(),
    charAt: (index) => text[at(index)]!,
    concat: onStrings((other) => text + other),
    contains: onStrings((other) => text.includes(other)),
    startsWith: onStrings((other) => text.startsWith(other)),
    endsWith: onStrings((other) => text.endsWith(other)),
    indexOf: onStrings((other) => BigInt(text.indexOf(other))),
    lastIndexOf: onStrings((other) => BigInt(text.lastIndexOf(other))),
    equalsIgnoreCase: (other) => typeof other === 'string' && text.toLowerCase() === other.toLowerCase(),
    compareTo: onStrings((other) => (text < other ? -1n : text > other ? 1n : 0n)),
    matches: onStrings((source) => matchesWhole(source, text)),
    replace: onStrings((found, replacement) => text.replaceAll(found, () => replacement)),
    replaceAll: onStrings((source, replacement) => replaceAll(text, source, replacement)),
    replaceFirst: onStrings((source, replacement) => replaceAll(text, source, replacement, '')),
    repeat: (count) => repeat(text, Number(count)),
    split: (source, limit) => (typeof source === 'string' ? split(text, source, Number(limit ?? 0)) : null),
    substring: (begin, end) => {
      const [from, to] = [at(begin!), end === undefined ? text.length : at(end)];
      if (from > to) throw new JavaException(`StringIndexOutOfBoundsException: ${from} to ${to}`);
      return text.slice(from, to);
    },
  };
}

function repeat(text: string, count: number): string {
  if (!(count >= 0)) throw new JavaException(`IllegalArgumentException: count is negative: ${count}`);
  if (text.length * count > MAX_LENGTH)
    throw new JavaException('OutOfMemoryError: a string that is too long');
  return text.repeat(count);
}

/** Characters of a string whose length a caller chose. */
const MAX_LENGTH = 100_000_000;

function onStrings(method: (...args: string[]) => JavaValue): JavaMethod {
  return (...args) =>
    args.length >= method.length && args.every((arg): arg is string => typeof arg === 'string')
      ? method(...args)
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
