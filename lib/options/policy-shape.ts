import { isObject } from '../openapi/openapi.js';
import { toJson, type ShapeOf } from './option-shape.js';

/**
 * The policy of an API. Import rejects a policy with incomplete statements.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html
 */
export const policyShape: ShapeOf<Readonly<Record<string, unknown>>> = {
  expected:
    'an IAM policy document: an object with a `Statement`, or a list of them, each with an `Effect` of `Allow` or `Deny`, a `Principal`, an `Action` and a `Resource`',
  accepts: (value) => {
    if (!isObject(value) || toJson(value) === undefined || !isData(value)) return false;
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

function isStatement(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { Effect: effect, Principal: principal } = value;
  return (
    (effect === 'Allow' || effect === 'Deny' || isPlaceholder(effect)) &&
    ['Principal', 'Action', 'Resource'].every(
      (name) => (value[name] === undefined) !== (value[`Not${name}`] === undefined),
    ) &&
    (principal === undefined || principal === '*' || isPlaceholder(principal) || hasMembers(principal))
  );
}

function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && /^\$\{\w+\}$/.test(value);
}

function hasMembers(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length > 0;
}
