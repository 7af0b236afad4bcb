/** Escapes that take braces of their own. */
const ESCAPE = /\\(?:[pPxN]\{[^}]*\}|[\s\S])/y;
const QUANTIFIER = /\{\d+(?:,\d*)?\}/y;

/**
 * A regular expression of Java as one of JavaScript that matches the whole of a text, near enough to judge by;
 * nothing where Java would take it for none.
 */
export function readJavaPattern(pattern: string): RegExp | undefined {
  if (!hasQuantifiersAlone(pattern)) return undefined;
  const flags = /\(\?[a-z]*i[a-z]*\)/.test(pattern) ? 'i' : '';
  const script = pattern
    .replace(/\(\?[a-z]+\)/g, '')
    .replaceAll('\\z', '$')
    .replaceAll('\\Z', '$')
    .replaceAll('\\A', '^')
    .replaceAll('(?>', '(?:')
    .replace(/([*+?}])\+/g, '$1');
  try {
    return new RegExp(`^(?:${script})$`, flags);
  } catch {
    return undefined;
  }
}

/** A brace that opens no quantifier is an "illegal repetition" in Java. */
function hasQuantifiersAlone(pattern: string): boolean {
  let inClass = false;
  for (let index = 0; index < pattern.length;) {
    const character = pattern[index]!;
    const length = character === '\\' ? lengthAt(ESCAPE, pattern, index) : 0;
    if (length > 0) {
      index += length;
      continue;
    }
    if (character === '[') inClass = true;
    if (character === ']') inClass = false;
    if (character === '{' && !inClass && (index === 0 || lengthAt(QUANTIFIER, pattern, index) === 0))
      return false;
    index += 1;
  }
  return true;
}

function lengthAt(sticky: RegExp, text: string, index: number): number {
  sticky.lastIndex = index;
  return sticky.exec(text)?.[0].length ?? 0;
}
