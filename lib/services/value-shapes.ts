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

export const VALUE_WORDS =
  'text, or a value of the request (`fromPath`, `fromQuery`, `fromHeader`, `fromBody`, `fromRawBody`, `fromContext`, `fromAuthorizer`, `fromStage`, `text`, `vtl`) with a plain name or a path such as `$.a.b`';
export const value: OptionShape = { expected: VALUE_WORDS, accepts: isValue };
export const json: OptionShape = { expected: `JSON that may contain ${VALUE_WORDS}`, accepts: isJsonValue };
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
  accepts: (given) => isValue(given) && !(typeof given === 'string' && given.includes("'")),
};
export const mapped = (what: string): OptionShape =>
  record(
    `${what} of letters, digits, \`.\`, \`_\`, \`$\` and \`-\`, each with one value of the request, or text without \`'\``,
    (given, key) => MAPPED_NAME.test(key) && mappedValue.accepts(given),
  );
export const values: OptionShape = record(`values by name, each ${VALUE_WORDS}`, isValue);
