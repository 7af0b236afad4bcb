import { layOutTemplate } from '../../../../grammar/lay-out-template.js';

/** Prints nothing. An empty template would count as none, and let the service's body pass. */
export const NO_BODY = '#set($nothing = "")';

export function message(text: string): string {
  return JSON.stringify({ message: text });
}

/** `[part of the error's name, status, message]`, the first that fits. */
export type ErrorCase = readonly [name: string, status: number, message: string];

const THROTTLING: readonly ErrorCase[] = [
  ['Throttl', 429, 'Too many requests'],
  ['ThroughputExceeded', 429, 'Too many requests'],
  ['LimitExceeded', 429, 'Too many requests'],
];

/** What the caller cannot help: rights, keys, and resources that the API names itself. */
const SERVER_CASES: readonly ErrorCase[] = [
  'AccessDenied',
  'NotAuthorized',
  'AuthorizationError',
  'InvalidSecurity',
  'ResourceNotFound',
  'NotFound',
  'DoesNotExist',
  'NonExistent',
  'UnrecognizedClient',
  'InvalidSignature',
  'InvalidClientToken',
  'ExpiredToken',
  'KMS',
].map((name): ErrorCase => [name, 500, 'Internal server error']);

/** The service's own error never reaches the caller: it names resources and rights. Most routes have the same template. */
export function clientError(errorName: string, cases: readonly ErrorCase[] = []): string {
  const key = JSON.stringify([errorName, cases]);
  const template = CLIENT_ERRORS.get(key) ?? renderClientError(errorName, cases);
  CLIENT_ERRORS.set(key, template);
  return template;
}

const CLIENT_ERRORS = new Map<string, string>();

function renderClientError(errorName: string, cases: readonly ErrorCase[]): string {
  const branches = [...cases, ...THROTTLING, ...SERVER_CASES].map(
    ([name, status, text], index) =>
      `#${index === 0 ? 'if' : 'elseif'}($error.contains("${name}"))` +
      `#set($context.responseOverride.status = ${status})${message(text)}`,
  );
  return layOutTemplate(
    `#set($error = "$!{input.path('${errorName}')}")${branches.join('')}#else${message('Bad request')}#end`,
    false,
  );
}
