/** What Java reads in a regular expression and JavaScript does not, or reads as something else. */
const JAVA_ONLY = /\\[QEGzZAhHvVRXpP]|[*+?}]\+|\(\?[a-zA-Z-]+[:)]|\(\?>|&&|\[[^\]]*\[/;

/** Whether a key of `responses` is a regular expression, as far as can be told without Java. */
export function isPattern(pattern: string): boolean {
  return !hasIllegalRepetition(pattern) && (JAVA_ONLY.test(pattern) || toRegExp(pattern) !== undefined);
}

/** JavaScript takes a brace that counts nothing for text, as in `{"code":404.*`; Java refuses the expression. */
function hasIllegalRepetition(pattern: string): boolean {
  return pattern
    .replace(/\\Q[^]*?(?:\\E|$)|\\[pPxN]\{[^}]*\}|\\[^]/g, 'x')
    .replace(/\[\^?\]?[^\]]*\]/g, 'x')
    .replace(/(?<=[^(|])\{\d+(?:,\d*)?\}/g, '')
    .includes('{');
}

/**
 * Whether a key of `responses` stands for a subject: for all of it, as API Gateway asks. Absent when only Java can
 * tell. `default` is no pattern: it stands for what none of them does.
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
