/**
 * A Java regular expression as a JavaScript one. What JavaScript cannot say is refused, rather than taken for something
 * else.
 */
export function javaRegex(source: string, flags = ''): RegExp {
  const ignoreCase = source.startsWith('(?i)');
  const plain = (ignoreCase ? source.slice(4) : source).replace(
    /\\Q(.*?)(?:\\E|$)|\\([\s\S])|[*+?}]\+|\(\?[a-zA-Z-]+[:)]/g,
    (found, quoted: string | undefined, escaped: string | undefined) => {
      if (quoted !== undefined) return quoted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      if (escaped === undefined)
        throw new Error(`cannot run the Java regular expression ${source}: ${found}`);
      return ANCHORS[escaped] ?? found;
    },
  );
  return new RegExp(plain, `${flags}${ignoreCase ? 'i' : ''}`);
}

/** Whether the expression matches all of the text, as Java's `matches`. */
export function matchesWhole(source: string, text: string): boolean {
  const { source: plain, flags } = javaRegex(source);
  return new RegExp(`^(?:${plain})$`, flags).test(text);
}

/** Java's replacement: `$1` is a group, `\` makes the next character itself. */
export function replaceAll(text: string, source: string, replacement: string, flags = 'g'): string {
  return text.replace(javaRegex(source, flags), (...found: unknown[]) =>
    replacement.replace(/\\([\s\S])|\$(\d)/g, (_, char: string | undefined, group: string | undefined) =>
      char === undefined ? String(found[Number(group)] ?? '') : char,
    ),
  );
}

const ANCHORS: Readonly<Record<string, string>> = { z: '$', Z: '(?=\\n?$)', A: '^', h: '[ \\t\\xA0]' };
