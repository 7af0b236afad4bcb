import type { Limit } from '../../../rules/gateway/limit.js';

const SPLIT = 'move some controllers to another API and exclude them here with `@AwsExclude()`';

/**
 * What API Gateway limits in an HTTP API, in the order of the table of `apigen --list`.
 *
 * "Quotas for configuring and running an HTTP API in API Gateway"
 */
export const LIMITS = {
  routes: {
    name: 'routes',
    unit: 'pieces',
    of: 300,
    quota: 'routes',
    shrink: `Replace several routes with one wildcard route, or ${SPLIT}.`,
  },
  integrations: {
    name: 'integrations',
    unit: 'pieces',
    of: 300,
    shrink: `Share integrations (without \`inlineIntegrations\`), replace several routes with one wildcard route, or ${SPLIT}.`,
  },
  authorizers: {
    name: 'authorizers',
    unit: 'pieces',
    of: 10,
    quota: 'authorizers',
    shrink: 'Use the same authorizer for several routes.',
  },
  audiences: {
    name: 'audiences of an authorizer',
    unit: 'pieces',
    of: 50,
    shrink: 'Use fewer values in `audience` or `clientIds`, or another authorizer for some routes.',
  },
  scopes: {
    name: 'scopes of a route',
    unit: 'pieces',
    of: 10,
    shrink: 'List fewer `scopes`: one of them is enough for a token.',
  },
  title: {
    name: 'title',
    unit: 'characters',
    of: 128,
    shrink: 'Write a shorter `--title`: it is the name of the API.',
  },
  description: {
    name: 'description',
    unit: 'characters',
    of: 1024,
    shrink: 'Write a shorter `--description`.',
  },
  version: { name: 'version', unit: 'characters', of: 64, shrink: 'Write a shorter `--version`.' },
} as const satisfies Readonly<Record<string, Limit>>;
