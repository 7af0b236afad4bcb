import type { GatewayModel, Integration, LambdaFunction, Route } from '../../model/gateway-model.js';
import { formatDeployValue, type DeployValue } from '../../values/deploy-value.js';
import { formatTable } from './format-table.js';

const HEAD = ['METHOD', 'PATH', 'HANDLER', 'INTEGRATION', 'AUTHORIZER', 'CORS'];

/** A table of the exported routes, one a line; `-` stands for nothing. */
export function listRoutes({ routes, authorizers }: Pick<GatewayModel, 'routes' | 'authorizers'>): string {
  return formatTable([HEAD, ...routes.map((route) => formatRoute(route, authorizers))]);
}

function formatRoute(route: Route, authorizers: GatewayModel['authorizers']): readonly string[] {
  return [
    route.method.toUpperCase(),
    route.path,
    `${route.controller}.${route.handler}`,
    route.integration ? formatIntegration(route.integration) : '-',
    formatGuards(route, authorizers),
    route.cors ? route.cors.allowOrigins.map(formatDeployValue).join(' ') : '-',
  ];
}

/** `bearer [read write] + API key` */
function formatGuards({ authorizer, apiKey }: Route, authorizers: GatewayModel['authorizers']): string {
  const used = authorizer && authorizers[authorizer.index];
  const scopes = authorizer && authorizer.scopes.length > 0 ? ` [${authorizer.scopes.join(' ')}]` : '';
  const guards = [...(used ? [formatDeployValue(used.name) + scopes] : []), ...(apiKey ? ['API key'] : [])];
  return guards.join(' + ') || '-';
}

type Format<Kind> = (integration: Extract<Integration, { kind: Kind }>) => string;

const INTEGRATIONS = {
  lambda: ({ mode, function: called }) =>
    `lambda${mode === 'proxy' ? '' : ` ${mode}`} ${formatFunction(called)}`,
  http: ({ method, url }) => `http ${method} ${formatDeployValue(url)}`,
  mock: ({ status }) => `mock ${status}`,
  raw: ({ object }) => ['raw', object['type']].filter((word) => typeof word === 'string').join(' '),
  dynamodb: ({ options }) => `dynamodb ${options.action} ${show(options.table)}`,
  s3: ({ options }) => `s3 ${options.action} ${show(options.bucket)}`,
  sns: ({ options }) => `sns Publish ${show(options.topicArn)}`,
  sqs: ({ options }) => `sqs SendMessage ${show(options.queueUrl ?? options.queueName)}`,
  'step-functions': ({ options }) => `states ${options.action} ${show(options.stateMachineArn)}`,
  eventbridge: ({ options }) => `events PutEvents ${show(options.eventBus ?? 'default')}`,
  kinesis: ({ options }) => `kinesis ${options.action ?? 'PutRecord'} ${show(options.stream)}`,
  service: ({ options }) => `${show(options.service)} ${show(options.action ?? '')}`.trim(),
} satisfies { readonly [Kind in Integration['kind']]: Format<Kind> };

/** What answers a route, in a few words. */
export function formatIntegration(integration: Integration): string {
  const format: Format<Integration['kind']> = INTEGRATIONS[integration.kind] as Format<Integration['kind']>;
  return format(integration);
}

function formatFunction(called: LambdaFunction): string {
  return formatDeployValue('functionArn' in called ? called.functionArn : called.invokeArn);
}

function show(value: string | DeployValue): string {
  return typeof value === 'string' ? value : formatDeployValue(value);
}
