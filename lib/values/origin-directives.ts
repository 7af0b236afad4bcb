import type { PlaceholderPlace } from './deploy-value.js';

/** What callers get that no origin allows. No browser has such an origin. */
export const NO_ORIGIN = 'none';

/** The same where API Gateway wants an origin with a scheme. No host has a name below `invalid` (RFC 2606). */
export const NO_ORIGIN_URL = 'https://none.invalid';

/**
 * A list of origins in the language of Terraform's templates. There is no quote in what Terraform reads: the document is
 * JSON before it is filled in.
 */
export const ORIGIN_DIRECTIVES: Readonly<Partial<Record<PlaceholderPlace, (list: string) => string>>> = {
  // Of one character: `*`.
  origin_test: (list) =>
    forEach(list, `%{ if length(origin) == 1 }true%{ else }${EQUAL}%{ endif }`, 'false', ' || '),
  origin_test_exact: (list) => forEach(list, EQUAL, 'false', ' || '),
  origin_error: (list) => `'${only(list, '*')}'`,
  origin_error_echo: (list) =>
    `%{ if length(${list}) > 1 }method.request.header.origin%{ else }'${only(list, '')}'%{ endif }`,
};

/**
 * The same as the items of an array. The directives span two strings, so that the text between them separates the items,
 * in JSON and in YAML.
 */
export function listItems(list: string): readonly [string, string] {
  return [
    `%{ if length(${list}) == 0 }${NO_ORIGIN_URL}%{ endif }%{ for index, origin in tolist(${list}) }%{ if index > 0 }`,
    '%{ endif }${origin}%{ endfor }',
  ];
}

const EQUAL = '$origin == "${origin}"';

function forEach(list: string, text: string, start = '', separator = ''): string {
  return `${start}%{ for origin in ${list} }${separator}${text}%{ endfor }`;
}

/** The only origin, or what stands for none and for several. */
function only(list: string, several: string): string {
  const one = `%{ if length(${list}) == 1 }${forEach(list, '${origin}')}%{ endif }`;
  const none = `%{ if length(${list}) == 0 }${NO_ORIGIN}%{ endif }`;
  return `${one}${none}${several === '' ? '' : `%{ if length(${list}) > 1 }${several}%{ endif }`}`;
}
