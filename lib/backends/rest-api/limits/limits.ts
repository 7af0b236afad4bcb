import type { Limit } from '../../back-end.js';

const KB = 1024;
const SPLIT = 'serve some controllers by another API, with `@AwsExclude()` in this one';

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
    shrink: `Shorten the paths, serve several by one wildcard route, or ${SPLIT}.`,
  },
  routes: { name: 'routes', unit: 'pieces', shrink: '' },
  authorizers: {
    name: 'authorizers',
    unit: 'pieces',
    of: 10,
    quota: 'authorizers',
    shrink: 'Let several routes share one: those that differ in an option or a name count separately.',
  },
  models: {
    name: 'models',
    unit: 'bytes',
    of: 400 * KB,
    shrink: `Validate fewer bodies, describe large ones with fewer members, or ${SPLIT}.`,
  },
  definition: {
    name: 'definition',
    unit: 'bytes',
    of: 6 * KB * KB,
    shrink: `Hand it over without its indentation, in Terraform by \`jsonencode(jsondecode(templatefile(...)))\`, or ${SPLIT}.`,
  },
  template: {
    name: 'largest template',
    unit: 'bytes',
    of: 300 * KB,
    shrink:
      'Give the integration a shorter one in `requestTemplates` or `responses`, or let a function do it.',
  },
  policy: {
    name: 'resource policy',
    unit: 'characters',
    of: 8192,
    quota: 'policy',
    shrink: 'Bring statements together, or move them into the policies of the callers.',
  },
  stageVariables: {
    name: 'stage variables',
    unit: 'pieces',
    of: 100,
    shrink: 'Write what is known at deployment as a placeholder, `${name}`, instead.',
  },
  documentationParts: {
    name: 'documentation parts',
    unit: 'pieces',
    of: 2000,
    quota: 'documentationParts',
    shrink: `Keep the texts out of the private document with \`forRoot({ documentation: false })\`, leave them out of the import with \`parameters = { ignore = "documentation" }\` in Terraform, or ${SPLIT}.`,
  },
} as const satisfies Readonly<Record<string, Limit>>;
