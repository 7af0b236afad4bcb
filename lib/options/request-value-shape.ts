import { MAPPED_NAME } from '../grammar/mapping.js';
import { isRequestValue } from '../values/request-value.js';
import { shapes, type ShapeOf } from './option-shape.js';

const NAMES: Readonly<Record<string, RegExp>> = {
  path: MAPPED_NAME,
  query: MAPPED_NAME,
  header: MAPPED_NAME,
  context: /^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/,
  authorizer: /^\w[\w.:-]*$/,
  stage: /^\w{1,64}$/,
};
const BODY_PATH = /^\$(\.[A-Za-z_][\w-]*|\[\d+\])*$/;

/** A request value that is safe in templates: its name contains no code of VTL or JSONPath. */
export function isFitRequestValue(value: unknown): boolean {
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

/** Whether a JSON value is or contains a value of the request. */
export function holdsRequestValue(given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return false;
  return isRequestValue(given) || Object.values(given).some(holdsRequestValue);
}

/** One value of the request, which a mapping can read without a template. */
export function isSingleValue(given: unknown): boolean {
  return (
    isFitRequestValue(given) &&
    isRequestValue(given) &&
    !['text', 'vtl', 'rawBody'].includes(given['@request'])
  );
}

/** Text for single quotes: API Gateway reads a variable of the stage only only where nothing stands beside it. */
const FIXED = /^(?:\$\{stageVariables\.\w{1,64}\}|(?!.*\$\{stageVariables\.)[^'\r\n]+)$/;

/** Headers or query parameters that are set without a template. Fixed text stands in single quotes there. */
export const mappedTexts = <Value>(what: string): ShapeOf<Readonly<Record<string, Value>>> =>
  shapes.record(
    `${what} (letters, digits, \`.\`, \`_\`, \`$\` and \`-\`), each with text without \`'\` and line breaks, or one value of the request: \`fromPath\`, \`fromQuery\`, \`fromHeader\`, \`fromBody\`, \`fromContext\`, \`fromAuthorizer\` or \`fromStage\``,
    (given, key) =>
      MAPPED_NAME.test(key) && (isSingleValue(given) || (typeof given === 'string' && FIXED.test(given))),
  );
