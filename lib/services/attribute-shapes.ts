import { isObject } from '../openapi/openapi.js';
import { shapes, type OptionShape } from '../options/option-shape.js';
import { isValue } from './value-shapes.js';

const { record } = shapes;

const LITERALS = {
  N: /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i,
  B: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
};

/** An attribute of a DynamoDB item. */
function isAttribute(given: unknown): boolean {
  if (isValue(given)) return true;
  if (!isObject(given) || Object.keys(given).length !== 1) return false;
  const [type, content] = Object.entries(given)[0]!;
  if (type === 'N' || type === 'B')
    return (
      isValue(content) &&
      (typeof content !== 'string' || content.includes('${') || LITERALS[type].test(content))
    );
  return type === 'S'
    ? isValue(content)
    : (type === 'BOOL' && typeof content === 'boolean') || (type === 'NULL' && content === true);
}
const ATTRIBUTE_WORDS =
  "an object of attributes: text, values of the request, or typed values such as `{ N: fromBody('$.age') }`";
export const attributes = record(ATTRIBUTE_WORDS, (given, name) => name !== '' && isAttribute(given));

/** The key of one item. */
export const key: OptionShape = {
  expected: `the partition key and, if the table has one, the sort key: ${ATTRIBUTE_WORDS}`,
  accepts: (given: unknown) =>
    attributes.accepts(given) &&
    [1, 2].includes(Object.keys(given as object).length) &&
    Object.values(given as object).every(isKeyAttribute),
};

/** A key is text that is not empty, a number or bytes. */
function isKeyAttribute(given: unknown): boolean {
  const content = isObject(given) && 'S' in given ? given['S'] : given;
  return content !== '' && !(isObject(given) && ('BOOL' in given || 'NULL' in given));
}

function isExpression(given: unknown): boolean {
  return (
    isObject(given) &&
    typeof given['expression'] === 'string' &&
    given['expression'] !== '' &&
    Object.entries(given).every(
      ([name, item]) =>
        name === 'expression' ||
        (name === 'names' &&
          isObject(item) &&
          Object.values(item).every((word) => typeof word === 'string')) ||
        (name === 'values' && isObject(item) && Object.values(item).every(isAttribute)),
    )
  );
}

export const expression: OptionShape = {
  expected: 'an expression with its `names` and `values`',
  accepts: isExpression,
};

export const condition = (...words: readonly string[]): OptionShape => ({
  expected: `${words.map((word) => `\`${word}\``).join(', ')} or an expression with its \`names\` and \`values\``,
  accepts: (given) => words.includes(given as string) || isExpression(given),
});

const SORT_KEY = ['beginsWith', 'lessThan', 'atMost', 'greaterThan', 'atLeast'];
function isKeyValue(given: unknown): boolean {
  return isAttribute(given) && isKeyAttribute(given);
}

function isKeyCondition(given: unknown): boolean {
  if (isAttribute(given)) return isKeyAttribute(given);
  if (!isObject(given) || Object.keys(given).length !== 1) return false;
  const [word, operand] = Object.entries(given)[0]!;
  return word === 'between'
    ? Array.isArray(operand) && operand.length === 2 && operand.every(isKeyValue)
    : SORT_KEY.includes(word) && isKeyValue(operand);
}

/** A bound of the sort key. It applies only if the caller sends it. */
export function isOptionalCondition(given: unknown): boolean {
  return isObject(given) && SORT_KEY.some((word) => Object.hasOwn(given, word));
}

/** The key of a query. */
export const keyConditions: OptionShape = {
  expected: 'the partition key and, optionally, a condition on the sort key',
  accepts: (given) =>
    isObject(given) &&
    [1, 2].includes(Object.keys(given).length) &&
    isAttribute(Object.values(given)[0]) &&
    Object.values(given).every(isKeyCondition),
};
