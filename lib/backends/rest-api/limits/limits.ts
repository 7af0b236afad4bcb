import type { Limit } from '../../../rules/gateway/limit.js';

const KB = 1024;
const SPLIT = 'move some controllers to another API and exclude them here with `@AwsExclude()`';

/**
 * What API Gateway limits in the definition of one API, in the order of the table of `apigen --list`.
 *
 * "Quotas for configuring and running a REST API in API Gateway"
 */
export const LIMITS = {
  resources: {
    name: 'resources',
    unit: 'pieces',
    of: 300,
    quota: 'resources',
    shrink: `Shorten the paths, replace several routes with one wildcard route, or ${SPLIT}.`,
  },
  routes: { name: 'routes', unit: 'pieces', shrink: '' },
  authorizers: {
    name: 'authorizers',
    unit: 'pieces',
    of: 10,
    quota: 'authorizers',
    shrink:
      'Use the same authorizer for several routes: authorizers that differ in an option or a name count separately.',
  },
  models: {
    name: 'models',
    unit: 'bytes',
    of: 400 * KB,
    shrink: `Validate fewer bodies, declare fewer members in large DTOs, or ${SPLIT}.`,
  },
  definition: {
    name: 'definition',
    unit: 'bytes',
    of: 6 * KB * KB,
    shrink: `Remove the indentation (in Terraform with \`jsonencode(jsondecode(templatefile(...)))\`), or ${SPLIT}.`,
  },
  template: {
    name: 'largest template',
    unit: 'bytes',
    of: 300 * KB,
    shrink: 'Write a shorter template in `requestTemplates` or `responses`, or use `@AwsLambda`.',
  },
  policy: {
    name: 'resource policy',
    unit: 'characters',
    of: 8192,
    quota: 'policy',
    shrink: 'Merge statements, or move them into the policies of the callers.',
  },
  stageVariables: {
    name: 'stage variables',
    unit: 'pieces',
    of: 100,
    shrink: 'Use a placeholder, `${name}`, for values that are known only at deployment.',
  },
  documentationParts: {
    name: 'documentation parts',
    unit: 'pieces',
    of: 2000,
    quota: 'documentationParts',
    shrink: `Set \`forRoot({ documentation: false })\`, set \`parameters = { ignore = "documentation" }\` in Terraform, or ${SPLIT}.`,
  },
} as const satisfies Readonly<Record<string, Limit>>;
