import { isObject } from '../openapi/openapi.js';
import { toJson, type ShapeOf } from './option-shape.js';

/**
 * The policy of an API. Import rejects a policy with incomplete statements.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html
 */
export const policyShape: ShapeOf<Readonly<Record<string, unknown>>> = {
  expected:
    'an IAM policy document: an object with a `Statement`, or a list of them, each with an `Effect` of `Allow` or `Deny`, a `Principal`, an `Action` such as `execute-api:Invoke` and a `Resource`; its `Version` is `2012-10-17`',
  accepts: (value) => {
    if (!isObject(value) || toJson(value) === undefined || !isData(value)) return false;
    if (!VERSIONS.includes(value['Version']) && !isPlaceholder(value['Version'])) return false;
    const statement = value['Statement'];
    const statements: readonly unknown[] = Array.isArray(statement) ? statement : [statement];
    return statements.length > 0 && statements.every(isStatement);
  },
};

/** JSON silently leaves out symbols and functions. */
function isData(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return !['symbol', 'function'].includes(typeof value);
  return Object.values(value).every(isData);
}

/** Absent: `2008-10-17`. */
const VERSIONS: readonly unknown[] = [undefined, '2008-10-17', '2012-10-17'];

/** A word or a list of them, each of the form or with a placeholder in it. */
function areWords(value: unknown, form: RegExp): boolean {
  if (value === undefined) return true;
  const words: readonly unknown[] = Array.isArray(value) ? value : [value];
  return (
    words.length > 0 &&
    words.every((word) => typeof word === 'string' && (word.includes('${') || form.test(word)))
  );
}

function isStatement(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { Effect: effect, Principal: principal } = value;
  return (
    (effect === 'Allow' || effect === 'Deny' || isPlaceholder(effect)) &&
    ['Principal', 'Action', 'Resource'].every(
      (name) => (value[name] === undefined) !== (value[`Not${name}`] === undefined),
    ) &&
    [value['Action'], value['NotAction']].every((words) => areWords(words, /^(?:\*|[\w-]+:[\w*?]+)$/)) &&
    [value['Resource'], value['NotResource']].every((words) =>
      areWords(words, /^(?:\*|execute-api:|arn:)/),
    ) &&
    areWords(value['Sid'] ?? undefined, /^\w*$/) &&
    (principal === undefined || principal === '*' || isPlaceholder(principal) || hasMembers(principal))
  );
}

function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && /^\$\{\w+\}$/.test(value);
}

function hasMembers(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length > 0;
}
