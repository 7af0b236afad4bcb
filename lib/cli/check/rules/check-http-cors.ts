import { CORS_ARGUMENTS } from '../../../backends/terraform/http-api/cors-arguments.js';
import type { CheckedApi } from '../apis/find-apis.js';
import { CORS, type ApiFacts } from '../documents/api-facts.js';
import type { EvaluatedBody } from '../values/evaluate-tree.js';
import { documentsIn, reasonOf } from '../values/read-parts.js';
import type { Value } from '../values/value.js';
import { plainOf, toHcl, type Plain } from './plain-value.js';
import type { Found } from './report.js';

/** The provider sets the CORS policy of the resource after each import, and deletes it if the resource has none. */
export function checkHttpCors(api: CheckedApi, { cors }: ApiFacts): readonly Found[] {
  if (!cors) return [];
  const { made, address, at } = api;
  const block = made.body.blocks.find(({ type }) => type === 'cors_configuration');
  if (!block) {
    return [
      {
        code: 'terraform-not-mirrored',
        severity: 'error',
        at,
        address,
        message:
          'the document has a CORS policy, but the resource has no `cors_configuration`: the provider deletes the policy after the import',
        fix: 'Add a `cors_configuration` block with the values of `x-amazon-apigateway-cors` in the document.',
      },
    ];
  }
  if (block.isOptional) {
    return [
      {
        code: 'terraform-not-followed',
        severity: 'info',
        at,
        address,
        message: 'whether the resource has a `cors_configuration` is not known: it is a `dynamic` block',
        fix: 'Check by hand that it has the values of `x-amazon-apigateway-cors` in the document.',
      },
    ];
  }
  return Object.entries(CORS_ARGUMENTS).flatMap(([member, argument]) =>
    checkMember({ member, argument, expected: cors[member] as Plain | undefined }, block.body, api),
  );
}

interface CorsMember {
  readonly member: string;
  readonly argument: string;
  /** In the document. */
  readonly expected: Plain | undefined;
}

function checkMember(
  { member, argument, expected }: CorsMember,
  { attributes }: EvaluatedBody,
  { address, at }: CheckedApi,
): readonly Found[] {
  const value = attributes.get(argument);
  if (value && documentsIn(value).some(({ path }) => path.join('.') === `${CORS}.${member}`)) return [];
  const given = isNothing(value) ? undefined : plainOf(value!);
  if (!isNothing(value) && given === undefined) {
    // What a placeholder of the document stands for is not known either.
    if (hasPlaceholder(expected)) return [];
    return [
      {
        code: 'terraform-not-followed',
        severity: 'info',
        at: value!.at,
        address,
        message: `whether \`${argument}\` is that of the document is not known: ${reasonOf(value!) ?? 'it has several values'}`,
        fix: 'Check by hand that it is, or read it from the document.',
      },
    ];
  }
  // Only the deployment fills the placeholders in.
  const isOpen = hasPlaceholder(expected);
  if ((isOpen && given !== undefined) || normalize(given, member) === normalize(expected, member)) return [];
  return [
    {
      code: 'terraform-not-mirrored',
      severity: 'error',
      at: value?.at ?? at,
      address,
      message: `\`${argument}\` of \`cors_configuration\` is ${given === undefined ? 'not set' : `\`${toHcl(given)}\``}, but the document has ${
        expected === undefined ? 'none' : `\`${isOpen ? JSON.stringify(expected) : toHcl(expected)}\``
      }: the provider sets that of the resource after each import`,
      fix:
        expected === undefined
          ? `Remove \`${argument}\`.`
          : isOpen
            ? `Add \`${argument}\` with the values that \`templatefile\` gets.`
            : `Write \`${argument} = ${toHcl(expected)}\`, or change the application.`,
    },
  ];
}

function isNothing(value: Value | undefined): boolean {
  return (
    value === undefined ||
    (value.kind === 'known' && value.value === null) ||
    (value.kind === 'unknown' && value.isMissing === true)
  );
}

function hasPlaceholder(value: Plain | undefined): boolean {
  return /\$\{/.test(JSON.stringify(value ?? null));
}

/** Absent, false, 0 and an empty list are the same. Lists have no order, and headers and methods no case. */
function normalize(value: Plain | undefined, member: string): string {
  if (typeof value === 'object') {
    const items = member === 'allowOrigins' ? value : value.map((one) => one.toLowerCase());
    return [...new Set(items)].toSorted().join('\n');
  }
  return value === undefined || value === false || Number(value) === 0 ? '' : String(value);
}
