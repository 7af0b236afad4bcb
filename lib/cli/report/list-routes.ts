import type { GatewayModel, Integration, LambdaFunction, Route } from '../../model/gateway-model.js';
import { isService, type ServiceKind } from '../../services/service-integrations.js';
import { definitionOf } from '../../services/services.js';
import { formatDeployValue } from '../../values/deploy-value.js';
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
} satisfies { readonly [Kind in Exclude<Integration['kind'], ServiceKind>]: Format<Kind> };

/** What answers a route, in a few words. */
export function formatIntegration(integration: Integration): string {
  if (isService(integration)) return definitionOf(integration).describe(integration.options);
  return (INTEGRATIONS[integration.kind] as Format<Integration['kind']>)(integration);
}

function formatFunction(called: LambdaFunction): string {
  return formatDeployValue('functionArn' in called ? called.functionArn : called.invokeArn);
}
