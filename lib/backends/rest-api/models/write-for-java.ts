/**
 * A regular expression of JavaScript without flags, in words that Java reads alike: `\s`, `.` and `\b` are narrower in
 * Java. Absent where Java would refuse it, or match less.
 *
 * @see https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html
 */
export function writeForJava(source: string): string | undefined {
  // A character of two halves is two characters in JavaScript and one in Java.
  if (/[\uD800-\uDFFF]|\\u[dD][89a-fA-F]/.test(source)) return undefined;
  const tokens = source.match(TOKEN) ?? [];
  const names = new Set<string>();
  const groups: string[] = [];
  const written: string[] = [];
  // Whether the two halves could be taken by what was before, and what follows.
  let takesHalf = false;
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1] ?? '';
    const name = /^\(\?<([^=!>][^>]*)>$/.exec(token)?.[1];
    if (name !== undefined) {
      if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name) || names.has(name)) return undefined;
      names.add(name);
    }
    if (token === ')') groups.pop();
    else if (token.startsWith('(')) groups.push(token);
    const refuses = groups.some((group) => group === '(?!' || group === '(?<!');
    // Java wants to know how far to look behind.
    const isOpen = /^(?:[*+]|\{\d+,\})/.test(token);
    if (isOpen && groups.some((group) => group === '(?<=' || group === '(?<!')) return undefined;
    const isOptional = /^(?:[*?]|\{0)/.test(next);
    if (isWide(token)) {
      if (refuses ? !/^[*+]/.test(next) : takesHalf && !isOptional) return undefined;
      takesHalf ||= !isOptional;
    } else if (isCharacter(token) && !isOptional && !groups.some(looksAround)) takesHalf = false;
    const piece =
      token.startsWith('{') && isWide(tokens[index - 1] ?? '')
        ? halve(token)
        : token.startsWith('[')
          ? writeClass(token.slice(1, -1), refuses)
          : // Java's stands before a last line break too, which matches more.
            token === '$' && refuses
            ? '(?![\\s\\S])'
            : writeToken(token);
    if (piece === undefined) return undefined;
    written.push(piece);
  }
  return written.join('');
}

const ESCAPE = String.raw`\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\c[A-Z]|\\.`;
const TOKEN = new RegExp(
  String.raw`${ESCAPE}|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!]|\(\?<[^>]*>|\(\?:|\(\?|[*+?]\??|\{\d+(?:,\d*)?\}\??|.`,
  'gs',
);
/** Escapes that are the same character in both. */
const SAME_ESCAPE = /^\\(?:[^A-Za-z0-9]|[rtfn]|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Z])$/;
const CLASS_ESCAPE = /^\\[dDwWsS]$/;
/** What JavaScript takes for white space and Java does not. */
const MORE_SPACE = String.raw`\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff`;

const REWRITTEN: Readonly<Record<string, string>> = {
  // Java's ends before U+0085 too.
  '.': String.raw`[^\n\r\u2028\u2029]`,
  '\\s': `[${MORE_SPACE}\\s]`,
  '\\S': `[^${MORE_SPACE}\\s]`,
  // The two differ in letters outside of ASCII.
  '\\b': String.raw`(?:(?<=\w)(?!\w)|(?<!\w)(?=\w))`,
};

function writeToken(token: string): string | undefined {
  if (Object.hasOwn(REWRITTEN, token)) return REWRITTEN[token];
  // A reference to a group that took no part matches nothing only in Java, and a flag counts only for ASCII.
  if (token.startsWith('\\')) return SAME_ESCAPE.test(token) || CLASS_ESCAPE.test(token) ? token : undefined;
  // A brace that counts nothing is text only in JavaScript.
  return token === '(?' || token === '{' ? undefined : token;
}

/** A class of characters. Java joins and cuts classes inside a class, and takes no empty one. */
function writeClass(inner: string, refuses: boolean): string | undefined {
  const inverted = inner.startsWith('^');
  const items: readonly string[] =
    (inverted ? inner.slice(1) : inner).match(new RegExp(`${ESCAPE}|.`, 'gs')) ?? [];
  if (items.length === 0 || items.includes('[')) return undefined;
  if (items.some((item, index) => item === '&' && items[index + 1] === '&')) return undefined;
  const written: string[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index]!;
    const isRange = items[index + 1] === '-' && index + 2 < items.length && !CLASS_ESCAPE.test(item);
    if (isRange) {
      const end = items[index + 2]!;
      // Text in JavaScript, and no range in Java.
      if (CLASS_ESCAPE.test(end)) return undefined;
      const ends = [item, end].map(writeInClass);
      if (ends.includes(undefined)) return undefined;
      written.push(ends.join('-'));
      index += 2;
      continue;
    }
    // Java's `\S` is wider: as it stands it takes no less, unless it is turned round.
    const piece = item === '\\S' && (inverted || refuses) ? undefined : writeInClass(item);
    if (piece === undefined) return undefined;
    written.push(piece);
  }
  return `[${inverted ? '^' : ''}${written.join('')}]`;
}

function writeInClass(item: string): string | undefined {
  if (item === '\\b') return '\\x08';
  if (item === '\\s') return `${MORE_SPACE}\\s`;
  return !item.startsWith('\\') || SAME_ESCAPE.test(item) || CLASS_ESCAPE.test(item) ? item : undefined;
}

/** Whether a piece takes characters that JavaScript counts twice. */
function isWide(token: string): boolean {
  return token === '.' || token.startsWith('[^') || /\\[SWD]/.test(token);
}

function looksAround(group: string): boolean {
  return /^\(\?<?[=!]$/.test(group);
}

/** Whether a token takes a character, wherever it stands. */
function isCharacter(token: string): boolean {
  return !/^(?:\\[bB]$|[()|^$*+?]|\{\d)/.test(token);
}

/** The least count of wide characters, as Java counts them. */
function halve(quantifier: string): string {
  const least = Number(/\d+/.exec(quantifier)![0]);
  if (least < 2) return quantifier;
  const half = Math.ceil(least / 2);
  return quantifier.replace(/\d+/, /^\{\d+\}/.test(quantifier) ? `${half},${least}` : String(half));
}
