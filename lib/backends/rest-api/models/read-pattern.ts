/**
 * A pattern that means for API Gateway what it means for the application. One with flags, one that JavaScript itself
 * cannot read, and one that Java would read otherwise could refuse what the application accepts.
 */
export function readPattern(pattern: unknown): string | undefined {
  if (typeof pattern !== 'string') return undefined;
  const literal = /^\/(.*)\/([a-z]*)$/s.exec(pattern);
  if (literal?.[2]) return undefined;
  const source = literal ? literal[1]! : pattern;
  try {
    void new RegExp(source);
    return meansTheSameInJava(source) ? source : undefined;
  } catch {
    return undefined;
  }
}

/** An escaped character, or a class of characters. */
const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]/gs;
/** `\p{L}` is a class under the flag `u` alone; other letters are themselves in JavaScript, and orders in Java. */
const SAME_ESCAPE = /^\\(?:[^A-Za-z0]|[bBdDsSwWnrtfxuck])$/;

function meansTheSameInJava(source: string): boolean {
  const tokens = source.match(TOKEN) ?? [];
  const escapes = source.match(/\\./gs) ?? [];
  const classes = tokens.filter((token) => token.startsWith('[')).map((token) => token.slice(1, -1));
  const rest = source.replace(TOKEN, '');
  return (
    escapes.every((escape) => SAME_ESCAPE.test(escape)) &&
    // Without the flag `u`, this is the letter `u` many times over.
    !source.includes('\\u{') &&
    // Java joins and cuts classes inside a class, and takes no empty one.
    classes.every((inner) => !/^\^?$|\[|&&/.test(inner.replace(/\\./gs, 'x'))) &&
    // A brace that counts nothing is text in JavaScript alone.
    !/\{(?!\d+(?:,\d*)?\})/.test(rest)
  );
}
