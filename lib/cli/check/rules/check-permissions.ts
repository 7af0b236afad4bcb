import { defined } from '../../../values/defined.js';
import type { Caller } from '../../../backends/terraform/permissions/list-callers.js';
import { formatDeployValue, isPlaceholder } from '../../../values/deploy-value.js';
import { addressOf, type CheckedApi } from '../apis/find-apis.js';
import type { ApiFacts } from '../documents/api-facts.js';
import type { HclPlace } from '../hcl/expression.js';
import type { EvaluatedTree, ResourceInstance } from '../values/evaluate-tree.js';
import { identitiesIn, isSame, reasonOf, resourcesIn, type Identified } from '../values/read-parts.js';
import { joinText, textOf } from '../values/read-value.js';
import type { Value } from '../values/value.js';
import type { Found } from './report.js';

/** A permission that API Gateway may have. */
interface Permission {
  readonly made: ResourceInstance;
  readonly functions: readonly Identified[];
  /** The name or the ARN, where it is known. */
  readonly name?: string;
  /** Whether it is for an alias or a version only. Absent: that is not known. */
  readonly isQualified?: boolean;
  /** What follows the API's execution ARN. `any`: every call. `unknown`: it cannot be followed. */
  readonly source: string | 'any' | 'unknown';
}

/** Whether each function that API Gateway calls without a role has a permission for it. */
export function checkPermissions(
  api: CheckedApi,
  { callers }: ApiFacts,
  { resources }: EvaluatedTree,
): readonly Found[] {
  const permissions = resources
    .filter(({ resource }) => resource.type === 'aws_lambda_permission')
    .flatMap((made) => readPermission(made, api));
  return callers.flatMap((caller) => checkCaller(caller, api, permissions));
}

function readPermission(made: ResourceInstance, api: CheckedApi): readonly Permission[] {
  const { attributes } = made.body;
  const principal = textOf(attributes.get('principal'));
  if (principal !== undefined && principal !== 'apigateway.amazonaws.com') return [];
  const source = readSource(attributes.get('source_arn'), api);
  const called = attributes.get('function_name');
  if (source === undefined || !called) return [];
  const name = textOf(called);
  const isQualified = readQualified(attributes.get('qualifier'), called);
  return [
    {
      made,
      functions: identitiesIn(called),
      source,
      ...defined({ isQualified, name }),
    },
  ];
}

function readQualified(qualifier: Value | undefined, called: Value): boolean | undefined {
  if (qualifier?.kind === 'known' ? qualifier.value !== null : qualifier?.kind === 'resource') return true;
  if (qualifier !== undefined && qualifier.kind !== 'known') return undefined;
  // `function_name` may be `api:live`, or the ARN of an alias.
  const name = textOf(called);
  if (name !== undefined) return /^(?:.*:function:)?[\w-]+:[\w$-]+$/.test(name);
  const isFunction = called.kind === 'resource' && called.resource.type === 'aws_lambda_function';
  return isFunction && !called.path[0]?.startsWith('qualified_') ? false : undefined;
}

/** Absent: the permission is for another API. */
function readSource(value: Value | undefined, api: CheckedApi): Permission['source'] | undefined {
  if (!value || (value.kind === 'known' && value.value === null)) return 'any';
  const parts = value.kind === 'text' ? value.parts : [value];
  const isOfApi = (part: Value): boolean => identitiesIn(part).some((one) => isSame(one, api.identity));
  const index = parts.findLastIndex(isOfApi);
  if (index < 0) {
    const others = resourcesIn(value).some(({ resource }) =>
      /^aws_api(gateway|_gateway)/.test(resource.type),
    );
    return others || value.kind === 'known' ? undefined : 'unknown';
  }
  const rest = parts.slice(index + 1).map(textOf);
  if (parts[index]!.kind !== 'resource' || rest.some((text) => text === undefined)) return 'unknown';
  const suffix = rest.join('');
  return suffix.startsWith('/') ? suffix.slice(1) : 'unknown';
}

function checkCaller(caller: Caller, api: CheckedApi, permissions: readonly Permission[]): readonly Found[] {
  const { value, at } = readFunction(caller, api);
  if (!value) return [];
  const called = identitiesIn(value);
  const name = textOf(value);
  const matching = permissions.filter(
    (one) =>
      one.functions.some((permitted) => called.some((wanted) => isSame(permitted, wanted))) ||
      (name !== undefined && one.name !== undefined && nameOf(one.name) === nameOf(name)),
  );
  const base = { at, address: api.address };
  const isQualified = isCalledQualified(caller, value);
  const fitting = matching.filter(
    (one) => isQualified === undefined || one.isQualified === undefined || one.isQualified === isQualified,
  );
  const left = caller.sources.filter((source) => !fitting.some((one) => covers(one.source, source)));
  if (left.length === 0) return [];
  const words = describeCaller(caller);
  const missing = left.map((source) => `\`${source}\``).join(', ');
  const arn = `"\${${api.made.resource.address}.execution_arn}/${left.length === 1 ? left[0]! : caller.source}"`;
  if (fitting.length > 0) {
    const [first] = fitting;
    return [
      {
        code: 'terraform-missing-permission',
        severity: 'error',
        at: first!.made.resource.body.attributes.get('source_arn')?.at ?? first!.made.resource.at,
        address: addressOf(first!.made),
        message: `the permission of ${words} does not cover ${missing}: API Gateway returns 500`,
        fix: `Add a permission with \`source_arn = ${arn}\`, or widen this one.`,
      },
    ];
  }
  if (matching.length > 0) {
    return [
      {
        ...base,
        code: 'terraform-missing-permission',
        severity: 'error',
        message: isQualified
          ? `${words} is called by an alias or a version, but its permission has no \`qualifier\`: API Gateway returns 500`
          : `${words} is called without an alias or a version, but its permission has a \`qualifier\`: API Gateway returns 500`,
        fix: isQualified
          ? 'Set `qualifier` in the `aws_lambda_permission`.'
          : 'Add an `aws_lambda_permission` without `qualifier`, or call the alias.',
      },
    ];
  }
  const isElsewhere =
    called.length === 0
      ? name === undefined
      : called.every(({ address }) => address.startsWith('data.') || address.startsWith('module.'));
  if (isElsewhere || permissions.some((one) => one.functions.length === 0 && one.name === undefined)) {
    const reason = reasonOf(value) ?? 'it is made elsewhere';
    return [
      {
        ...base,
        code: 'terraform-not-followed',
        severity: 'info',
        message: `whether ${words} has a permission for API Gateway is not known: ${reason}`,
        fix: 'Check by hand that it has an `aws_lambda_permission`.',
      },
    ];
  }
  return [
    {
      ...base,
      code: 'terraform-missing-permission',
      severity: 'error',
      message: `${words} has no \`aws_lambda_permission\` for API Gateway: every call returns 500`,
      fix: `Add an \`aws_lambda_permission\` with \`principal = "apigateway.amazonaws.com"\` and \`source_arn = ${arn}\`.`,
    },
  ];
}

/** `${get_user_arn}:live`, or the alias in a whole ARN. */
const QUALIFIED = /(?:^\$\{\w+\}|:function:(?:[\w-]|\$\{\w+\})+):(?:[\w$-]|\$\{\w+\})+(?:\/|$)/;

/** Whether an alias or a version is called. Absent: that is not known. */
function isCalledQualified({ functionArn }: Caller, value: Value): boolean | undefined {
  const text = textOf(value) ?? formatDeployValue(functionArn.value);
  if (QUALIFIED.test(text)) return true;
  const named = resourcesIn(value).some(
    ({ resource, path }) => resource.type === 'aws_lambda_alias' || path[0]?.startsWith('qualified_'),
  );
  if (named) return true;
  const isFunction = value.kind === 'resource' && value.resource.type === 'aws_lambda_function';
  return isFunction || textOf(value) !== undefined ? false : undefined;
}

function describeCaller({ name, sources }: Caller): string {
  return sources.includes('authorizers/*')
    ? `the authorizer \`${name.replace(/ authorizer$/, '')}\``
    : `the function \`${name}\``;
}

/** What stands for the function in the configuration. Absent: nothing does, which another check reports. */
function readFunction(
  { functionArn }: Caller,
  { sources, at }: CheckedApi,
): { readonly value?: Value; readonly at: HclPlace } {
  const values = sources.find(({ call }) => call === 'templatefile')?.values;
  let place = at;
  const parts: Value[] = [];
  for (const part of functionArn.value['@deploy']) {
    if (isPlaceholder(part)) {
      const member = values?.kind === 'object' ? values.members.get(part.placeholder) : undefined;
      if (!member) return { at };
      place = member.at;
      parts.push(member.value);
    } else {
      parts.push({ kind: 'known', value: typeof part === 'string' ? part : `\${${part.variable}}`, at });
    }
  }
  return { value: parts.length === 1 ? parts[0]! : joinText(parts, at), at: place };
}

/** The name of a function in an ARN, an invocation URI, or by itself. */
function nameOf(text: string): string {
  return /:function:([\w-]+)/.exec(text)?.[1] ?? text;
}

/** Whether a pattern stands for a call. A `*` of the pattern stands for anything, slashes too. */
function covers(pattern: string, source: string): boolean {
  if (pattern === 'any' || pattern === 'unknown') return true;
  const expression = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${expression.join('.*')}$`, 's').test(source);
}
