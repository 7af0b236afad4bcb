import { MAPPED_NAME } from '../grammar/mapping.js';
import { isObject } from '../openapi/openapi.js';
import { shapes, type OptionShape } from '../options/option-shape.js';
import { isRequestValue } from '../values/request-value.js';

const { whole, record } = shapes;

const NAMES: Readonly<Record<string, RegExp>> = {
  path: MAPPED_NAME,
  query: MAPPED_NAME,
  header: MAPPED_NAME,
  context: /^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/,
  authorizer: /^[A-Za-z][\w.:-]*$/,
  stage: /^\w{1,64}$/,
};
const BODY_PATH = /^\$(\.[A-Za-z_][\w-]*|\[\d+\])*$/;

/** A request value that is safe in templates: its name contains no code of VTL or JSONPath. */
function isFitRequestValue(value: unknown): boolean {
  if (!isRequestValue(value)) return false;
  switch (value['@request']) {
    case 'body':
      return typeof value.path === 'string' && BODY_PATH.test(value.path);
    case 'rawBody':
      return true;
    case 'text':
      return Array.isArray(value.parts) && value.parts.every(isValue);
    case 'vtl':
      return typeof value.code === 'string';
    default:
      return typeof value.name === 'string' && (NAMES[value['@request']]?.test(value.name) ?? false);
  }
}

export const isValue = (value: unknown): boolean => typeof value === 'string' || isFitRequestValue(value);

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
export const single = (expected: string): OptionShape => ({
  expected,
  accepts: (given) =>
    isFitRequestValue(given) &&
    isRequestValue(given) &&
    !['text', 'vtl', 'rawBody'].includes(given['@request']),
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
export const values = (what: string): OptionShape => record(what, isValue);
