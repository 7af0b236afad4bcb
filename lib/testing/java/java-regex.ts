import { remember } from './remember.js';

/**
 * A Java regular expression as a JavaScript one. What JavaScript cannot say is refused, rather than taken for something
 * else.
 */
export function javaRegex(source: string, flags = ''): RegExp {
  return (flags === 'g' ? readGlobal : readRegex)(source);
}

const readRegex = remember((source) => compile(source, ''));
const readGlobal = remember((source) => compile(source, 'g'));

function compile(source: string, flags: string): RegExp {
  const ignoreCase = source.startsWith('(?i)');
  const plain = writePossessive(
    (ignoreCase ? source.slice(4) : source).replace(
      /\\Q(.*?)(?:\\E|$)|\\([\s\S])|\(\?[a-zA-Z-]+[:)]/g,
      (found, quoted: string | undefined, escaped: string | undefined) => {
        if (quoted !== undefined) return quoted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
        if (escaped === undefined) throw cannotRun(source, found);
        return ANCHORS[escaped] ?? found;
      },
    ),
  );
  return new RegExp(plain, `${flags}${ignoreCase ? 'i' : ''}`);
}

/** `x*+` gives nothing back that it took. In JavaScript a look-ahead does not: it takes as much, and the same text follows. */
function writePossessive(source: string): string {
  if (!/[*+?}]\+/.test(source)) return source;
  const starts: number[] = [];
  let written = '';
  let atom = 0;
  let count = 0;
  for (const [token] of source.matchAll(TOKENS)) {
    const quantifier = POSSESSIVE.exec(token)?.[1];
    if (quantifier !== undefined) {
      const name = `possessive${count++}`;
      written = `${written.slice(0, atom)}(?:(?=(?<${name}>${written.slice(atom)}${quantifier}))\\k<${name}>)`;
    } else if (token === '(') {
      // The group of a look-ahead would change the number of this one.
      throw cannotRun(source, '(');
    } else if (token.startsWith('(?')) {
      starts.push(written.length);
      written += token;
    } else {
      if (token === ')') atom = starts.pop() ?? 0;
      else if (!/^(?:[*+?]|\{\d)/.test(token)) atom = written.length;
      written += token;
    }
  }
  return written;
}

const TOKENS =
  /\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\(\?(?::|<?[=!])|\(|(?:[*+?]|\{\d+(?:,\d*)?\})[+?]?|[\s\S]/g;
const POSSESSIVE = /^([*+?]|\{.*\})\+$/;

function cannotRun(source: string, part: string): Error {
  return new Error(`cannot run the Java regular expression ${source}: ${part}`);
}

/** Whether the expression matches all of the text, as Java's `matches`. */
export function matchesWhole(source: string, text: string): boolean {
  return readWhole(source).test(text);
}

const readWhole = remember((source) => {
  const { source: plain, flags } = javaRegex(source);
  return new RegExp(`^(?:${plain})$`, flags);
});

/** Java's replacement: `$1` is a group, `\` makes the next character itself. */
export function replaceAll(text: string, source: string, replacement: string, flags = 'g'): string {
  return text.replace(javaRegex(source, flags), (...found: unknown[]) =>
    replacement.replace(/\\([\s\S])|\$(\d)/g, (_, char: string | undefined, group: string | undefined) =>
      char === undefined ? String(found[Number(group)] ?? '') : char,
    ),
  );
}

const ANCHORS: Readonly<Record<string, string>> = { z: '$', Z: '(?=\\n?$)', A: '^', h: '[ \\t\\xA0]' };
