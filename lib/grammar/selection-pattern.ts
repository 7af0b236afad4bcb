/** What Java reads in a regular expression and JavaScript does not, or reads as something else. */
const JAVA_ONLY = /\\[QEGzZAhHvVRXpP]|[*+?}]\+|\(\?[a-zA-Z-]+[:)]|\(\?>|&&|\[[^\]]*\[|\[\^?\]/;

/** The pieces of a regular expression of Java, escapes that Java does not know left out. */
const PIECE = new RegExp(
  [
    /\\Q[^]*?(?:\\E|$)/,
    /\\[pP](?:\{[^{}]+\}|[A-Z])/,
    /\\N\{[^{}]+\}/,
    /\\u[\da-fA-F]{4}/,
    /\\x(?:[\da-fA-F]{2}|\{[\da-fA-F]+\})/,
    /\\0[0-7]{1,3}/,
    /\\c[^]/,
    /\\k<[A-Za-z][A-Za-z\d]*>/,
    /\\[tnrfaedDhHsSvVwWbBAGzZRXE]/,
    /\\[^A-Za-z0]/,
    // A bracket right after the beginning of a class is text.
    /\[\^?\]?/,
    /\{\d+(?:,\d*)?\}/,
    /[^\\[]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gy',
);
/** Java wants to know how far a look-behind may reach. */
const ENDLESS_LOOK_BEHIND = /\(\?<[=!](?:[^()\\]|\\[^])*?(?:[^\\(][*+]|\{\d+,\})/;
const WRONG_GROUP_NAME = /\(\?<(?![=!]|[A-Za-z][A-Za-z\d]*>)/;

/** Whether a key of `responses` is a regular expression, as far as can be told without Java. */
export function isPattern(pattern: string): boolean {
  return (
    pattern !== '' && isReadByJava(pattern) && (JAVA_ONLY.test(pattern) || toRegExp(pattern) !== undefined)
  );
}

/**
 * JavaScript reads a brace that counts nothing as text, as in `{"code":404.*`, ends a class with the first bracket,
 * as in `[^]+x`, and drops the backslash of an escape that it does not know, as in `\u{61}`. Java refuses all of them.
 */
function isReadByJava(pattern: string): boolean {
  if (ENDLESS_LOOK_BEHIND.test(pattern) || WRONG_GROUP_NAME.test(pattern)) return false;
  let classes = 0;
  let end = 0;
  let before = '(';
  for (const [piece] of pattern.matchAll(PIECE)) {
    end += piece.length;
    if (piece.startsWith('[')) classes += 1;
    else if (piece === ']') classes = Math.max(0, classes - 1);
    else if (piece.startsWith('{') && classes === 0 && (piece === '{' || '(|'.includes(before))) return false;
    before = piece;
  }
  return classes === 0 && end === pattern.length;
}

/**
 * Whether a key of `responses` stands for a subject: for all of it, as API Gateway asks. Absent when only Java can
 * tell. `default` is not a pattern: it stands for results that no pattern matches.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-integration-settings-integration-response.html
 */
export function matchesPattern(pattern: string, subject: string): boolean | undefined {
  if (pattern === 'default') return false;
  return JAVA_ONLY.test(pattern) ? undefined : toRegExp(pattern)?.test(subject);
}

function toRegExp(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    return undefined;
  }
}
