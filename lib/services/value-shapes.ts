import { MAPPED_NAME } from '../grammar/mapping.js';
import { isObject } from '../openapi/openapi.js';
import { shapes, type OptionShape } from '../options/option-shape.js';
import { isFitRequestValue, isSingleValue, isValue } from '../options/request-value-shape.js';
import { isRequestValue } from '../values/request-value.js';

export { isValue };

const { whole, record } = shapes;

function isJsonValue(value: unknown): boolean {
  if (typeof value !== 'object' || value === null)
    return ['string', 'number', 'boolean', 'object'].includes(typeof value);
  if (isRequestValue(value)) return isFitRequestValue(value);
  return Object.values(value).every(isJsonValue);
}

const REQUEST_WORDS =
  'or a value of the request (`fromPath`, `fromQuery`, `fromHeader`, `fromBody`, `fromRawBody`, `fromContext`, `fromAuthorizer`, `fromStage`, `text`, `vtl`) with a plain name or a path such as `$.a.b`';
const VALUE_WORDS = `text, ${REQUEST_WORDS}`;

/** A value that the service accepts only in one form. What a placeholder or the request holds is known later. */
export const valueLike = (pattern: RegExp, words: string): OptionShape => ({
  expected: `text ${words}, ${REQUEST_WORDS}`,
  accepts: (given) =>
    isValue(given) && (typeof given !== 'string' || given.includes('${') || pattern.test(given)),
});
/** Services refuse an empty text. */
export const value: OptionShape = valueLike(/^[^]+$/, 'that is not empty');
/** A path in a URI. A segment of dots leads out of it. */
export const pathValue: OptionShape = valueLike(
  /^(?!(?:[^]*\/)?\.{1,2}(?:\/|$))[^]{1,1024}$/,
  'of 1 to 1024 characters without the segments `.` and `..`',
);
/** What tells messages of a FIFO queue or topic apart. */
export const messageId: OptionShape = valueLike(
  /^[!-~]{1,128}$/,
  'of 1 to 128 ASCII characters without blanks',
);
export const json: OptionShape = { expected: `JSON that may contain ${VALUE_WORDS}`, accepts: isJsonValue };
/** JSON that is not an empty text: services refuse an empty message. */
export const messageBody: OptionShape = { ...json, accepts: (given) => given !== '' && json.accepts(given) };
/** Text is not JSON, and neither is a value of the request that is always text. */
export const jsonObject: OptionShape = {
  expected: 'an object, or to `fromBody()` or a member of the body that is an object',
  accepts: (given) =>
    isObject(given) &&
    isJsonValue(given) &&
    (!isRequestValue(given) || ['body', 'vtl'].includes(given['@request'])),
};
export const bodyValue: OptionShape = {
  expected: '`fromBody()` or a member of the body',
  accepts: (given) => isFitRequestValue(given) && isRequestValue(given) && given['@request'] === 'body',
};
/** Whether an option is one value of the request as a whole, and empty without it. */
export function isOneValue(given: unknown): boolean {
  return isRequestValue(given) && given['@request'] !== 'text';
}
export const single = (expected: string): OptionShape => ({
  expected,
  accepts: isSingleValue,
});
export const numberOr = (minimum: number, maximum: number, unit: string): OptionShape => {
  const number = whole(minimum, maximum, unit);
  const one = single('');
  return {
    expected: `${number.expected}, or one value of the request`,
    accepts: (given) => number.accepts(given) || one.accepts(given),
  };
};
/** Text that is mapped without a template is in single quotes, so it cannot contain any. */
export const mappedValue: OptionShape = {
  expected: `${VALUE_WORDS}, without \`'\``,
  accepts: (given) => value.accepts(given) && !(typeof given === 'string' && given.includes("'")),
};
export const mapped = (what: string): OptionShape =>
  record(
    `${what} of letters, digits, \`.\`, \`_\`, \`$\` and \`-\`, each with one value of the request, or text without \`'\``,
    (given, key) => MAPPED_NAME.test(key) && mappedValue.accepts(given),
  );
/** The attributes of a message. */
export const values: OptionShape = record(
  `values by name (letters, digits, \`_\`, \`-\` and \`.\`, not beginning with \`AWS.\` or \`Amazon.\`), each ${value.expected}`,
  (given, name) => value.accepts(given) && (name.includes('${') || ATTRIBUTE_NAME.test(name)),
);
const ATTRIBUTE_NAME = /^(?!(?:aws|amazon)\.)[\w.-]{1,256}$/i;
