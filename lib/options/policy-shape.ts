import { isObject } from '../openapi/openapi.js';
import { editDistance } from './edit-distance.js';
import { toJson, type ShapeOf } from './option-shape.js';

/**
 * The policy of an API. Import rejects a policy with incomplete statements.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export const policyShape: ShapeOf<Readonly<Record<string, unknown>>> = {
  expected:
    'an IAM policy document: an object with a `Statement`, or a list of them, each with an `Effect` of `Allow` or `Deny`, a `Principal`, an `Action` such as `execute-api:Invoke`, a `Resource` and, where it has one, a `Condition` with operators and keys of IAM; its `Version` is `2012-10-17`',
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
    areWords(value['Action'], /^(?:\*|execute-api:[\w*?]+)$/i) &&
    areWords(value['NotAction'], /^(?:\*|[\w-]+:[\w*?]+)$/) &&
    [value['Resource'], value['NotResource']].every((words) =>
      areWords(words, /^(?:\*|execute-api:|arn:)/),
    ) &&
    areWords(value['Sid'] ?? undefined, /^\w*$/) &&
    [principal, value['NotPrincipal']].every(isPrincipal) &&
    (value['Condition'] === undefined || isCondition(value['Condition'])) &&
    Object.keys(value).every((name) => STATEMENT.test(name))
  );
}

const STATEMENT = /^(?:Sid|Effect|(?:Not)?(?:Principal|Action|Resource)|Condition)$/;

function isPrincipal(value: unknown): boolean {
  if (value === undefined || value === '*' || isPlaceholder(value)) return true;
  return hasMembers(value, (words, kind) => PRINCIPALS.includes(kind) && areWords(words, /^\S+$/));
}

const PRINCIPALS = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

const OPERATOR = new RegExp(
  `^(?:(?:ForAllValues|ForAnyValue):)?(?:${[
    'String(?:Not)?(?:Equals(?:IgnoreCase)?|Like)',
    '(?:Numeric|Date)(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)',
    'Arn(?:Not)?(?:Equals|Like)',
    '(?:Not)?IpAddress',
    'Bool',
    'BinaryEquals',
    'Null',
  ].join('|')})(?:IfExists)?$`,
  'i',
);

/** `{ "IpAddress": { "aws:SourceIp": ["192.0.2.0/24"] } }` */
function isCondition(condition: unknown): boolean {
  return hasMembers(
    condition,
    (keys, operator) =>
      OPERATOR.test(operator) &&
      hasMembers(keys, (values, key) => {
        const all: readonly unknown[] = Array.isArray(values) ? values : [values];
        const isAddress = /ipaddress/i.test(operator);
        return (
          (key.includes('${') || isKey(key)) &&
          all.every((one) => (isAddress ? areWords(one, CIDR) : typeof one !== 'object'))
        );
      }),
  );
}

/** The keys of one service, and global ones, whose letters may be of either case. A new one is nobody's misspelling. */
function isKey(key: string): boolean {
  const name = /^aws:([^/]+)$/i.exec(key)?.[1]?.toLowerCase();
  if (name === undefined) return /^[\w-]+:\S+$/.test(key);
  return KEYS.includes(name) || KEYS.every((known) => editDistance(name, known) > 2);
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const KEYS =
  'calledvia calledviafirst calledvialast currenttime ec2instancesourcevpc epochtime federatedprovider multifactorauthage multifactorauthpresent principalaccount principalarn principalisawsservice principalorgid principalorgpaths principalservicename principalservicenameslist principaltype referer requestedregion resourceaccount resourceorgid resourceorgpaths securetransport sourceaccount sourcearn sourceidentity sourceip sourceorgid sourceorgpaths sourceowner sourcevpc sourcevpcarn sourcevpce tagkeys tokenissuetime useragent userid username viaawsservice vpceaccount vpceorgid vpceorgpaths vpcsourceip'.split(
    ' ',
  );

const CIDR = /^(?:\d{1,3}(?:\.\d{1,3}){3}(?:\/(?:[12]?\d|3[0-2]))?|[\da-f:.]*:[\da-f:.]*(?:\/\d{1,3})?)$/i;

function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && /^\$\{\w+\}$/.test(value);
}

function hasMembers(value: unknown, accepts: (member: unknown, name: string) => boolean): boolean {
  if (!isObject(value)) return false;
  const members = Object.entries(value);
  return members.length > 0 && members.every(([name, member]) => accepts(member, name));
}
