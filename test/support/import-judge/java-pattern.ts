const ESCAPES: readonly RegExp[] = [
  /\\Q[^]*?(?:\\E|$)/y,
  /\\[pP](?:\{[^{}]+\}|[A-Z])/y,
  /\\N\{[^{}]+\}/y,
  /\\u[\da-fA-F]{4}/y,
  /\\x(?:[\da-fA-F]{2}|\{[\da-fA-F]+\})/y,
  /\\0[0-7]{1,3}/y,
  /\\c[^]/y,
  /\\k<[A-Za-z][A-Za-z\d]*>/y,
  /\\[tnrfaedDhHsSvVwWbBAGzZRXE]/y,
  /\\[^A-Za-z0]/y,
];
const QUANTIFIER = /\{\d+(?:,\d*)?\}/y;
/** A look-behind has to have a greatest length. */
const ENDLESS_LOOK_BEHIND = /\(\?<[=!](?:[^()\\]|\\[^])*?(?:[^\\(][*+]|\{\d+,\})/;
const GROUP_NAME = /\(\?<(?![=!])(?![A-Za-z][A-Za-z\d]*>)/;

/**
 * A regular expression of Java as one of JavaScript that matches the whole of a text, near enough to judge by;
 * nothing where Java would take it for none.
 */
export function readJavaPattern(pattern: string): RegExp | undefined {
  if (!isReadByJava(pattern)) return undefined;
  const flags = /\(\?[a-z]*i[a-z]*\)/.test(pattern) ? 'i' : '';
  const script = pattern
    .replace(/\(\?[a-z]+\)/g, '')
    .replaceAll('\\z', '$')
    .replaceAll('\\Z', '$')
    .replaceAll('\\A', '^')
    .replaceAll('(?>', '(?:')
    .replace(/(?<!\\)\[(\^?)\]/g, '[$1\\]')
    .replace(/([*+?}])\+/g, '$1');
  try {
    return new RegExp(`^(?:${script})$`, flags);
  } catch {
    return undefined;
  }
}

/**
 * What only Java refuses: a brace that opens no quantifier ("illegal repetition"), a class that is not closed (a
 * bracket right after its beginning is text, and classes stand in classes), an escape that it does not know.
 */
function isReadByJava(pattern: string): boolean {
  if (ENDLESS_LOOK_BEHIND.test(pattern) || GROUP_NAME.test(pattern)) return false;
  let classes = 0;
  for (let index = 0; index < pattern.length;) {
    const character = pattern[index]!;
    let length = 1;
    if (character === '\\') {
      length = Math.max(...ESCAPES.map((escape) => lengthAt(escape, pattern, index)));
      if (length === 0) return false;
    } else if (character === '[') {
      classes += 1;
      length = /^\[\^?\]?/.exec(pattern.slice(index))![0].length;
    } else if (character === ']' && classes > 0) {
      classes -= 1;
    } else if (character === '{' && classes === 0) {
      length = index === 0 ? 0 : lengthAt(QUANTIFIER, pattern, index);
      if (length === 0) return false;
    }
    index += length;
  }
  return classes === 0;
}

function lengthAt(sticky: RegExp, text: string, index: number): number {
  sticky.lastIndex = index;
  return sticky.exec(text)?.[0].length ?? 0;
}
