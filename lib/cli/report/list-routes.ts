import type { AwsGatewayId } from '../../aws-gateway.options.js';
import type { GatewayComparison, Served } from '../../compare-gateways.js';
import { formatFunction } from '../../model/functions/format-function.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import type { Integration } from '../../model/integrations/integration.js';
import type { Route } from '../../model/routes/route.js';
import { listOrigins } from '../../model/cors/list-origins.js';
import { isService, type ServiceKind } from '../../services/service-integrations.js';
import { definitionOf } from '../../services/services.js';
import { formatDeployValue } from '../../values/deploy-value.js';
import { formatTable } from './format-table.js';
import { gatewaysOf } from './list-gateways.js';
import type { Terminal } from './terminal.js';

const HEAD = ['METHOD', 'PATH', 'HANDLER', 'INTEGRATION', 'AUTHORIZER', 'CORS', 'GATEWAYS'];

/** A setting that a route may have. `failed`: it is declared but cannot be read. A diagnostic reports why. */
type State<Set> = Set | { readonly state: 'none' | 'failed' };

/** A route as `--list` shows it. */
export interface ListedRoute {
  readonly method: string;
  readonly path: string;
  readonly controller: string;
  readonly handler: string;
  readonly integration: State<{ readonly state: 'set'; readonly kind: string; readonly text: string }>;
  readonly authorizer:
    | State<{ readonly state: 'set'; readonly name: string; readonly scopes: readonly string[] }>
    | { readonly state: 'public' };
  readonly apiKey: boolean;
  /** The allowed origins. `null`: the route has no CORS policy. */
  readonly cors: readonly string[] | null;
  /** Whether each gateway can serve the route; `partly`: without some of its settings. */
  readonly gateways: Readonly<Partial<Record<AwsGatewayId, Served>>>;
}

type ListedModel = Pick<GatewayModel, 'routes' | 'authorizers'>;

/** The exported routes as data. */
export function describeRoutes(
  { routes, authorizers }: ListedModel,
  gateways: readonly GatewayComparison[],
): readonly ListedRoute[] {
  return routes.map((route) => ({
    method: route.method.toUpperCase(),
    path: route.path,
    controller: route.controller,
    handler: route.handler,
    integration: describeIntegration(route),
    authorizer: describeAuthorizer(route, authorizers),
    apiKey: route.apiKey,
    cors: route.cors ? listOrigins(route.cors).map(formatDeployValue) : null,
    gateways: gatewaysOf(route, gateways),
  }));
}

function describeIntegration({ integration, hasIntegration }: Route): ListedRoute['integration'] {
  if (!integration) return { state: hasIntegration ? 'failed' : 'none' };
  return { state: 'set', kind: integration.kind, text: formatIntegration(integration) };
}

function describeAuthorizer(
  { authorizer, public: isPublic, origins }: Route,
  authorizers: GatewayModel['authorizers'],
): ListedRoute['authorizer'] {
  const used = authorizer && authorizers[authorizer.index];
  if (used) return { state: 'set', name: formatDeployValue(used.name), scopes: authorizer.scopes };
  if (isPublic) return { state: 'public' };
  return { state: origins.authorizer.level === 'default' ? 'none' : 'failed' };
}

/** A table of the exported routes; `-` means none, and `*` that a gateway serves a route without some of its settings. */
export function listRoutes(
  model: ListedModel,
  gateways: readonly GatewayComparison[],
  terminal?: Terminal,
): string {
  return formatTable([HEAD, ...describeRoutes(model, gateways).map(formatRoute)], terminal);
}

function formatRoute(route: ListedRoute): readonly string[] {
  const { method, path, controller, handler, integration, cors, gateways } = route;
  return [
    method,
    path,
    `${controller}.${handler}`,
    integration.state === 'set' ? integration.text : formatState(integration.state),
    formatGuards(route),
    cors?.join(' ') ?? '-',
    formatServed(gateways),
  ];
}

/** `rest-api http-api*`: a star where some settings are lost. */
export function formatServed(gateways: ListedRoute['gateways']): string {
  const names = Object.entries(gateways).flatMap(([id, served]) =>
    served === 'no' ? [] : [served === 'partly' ? `${id}*` : id],
  );
  return names.join(' ') || '-';
}

/** `bearer [read write] + API key` */
function formatGuards({ authorizer, apiKey }: ListedRoute): string {
  const guard =
    authorizer.state === 'set'
      ? `${authorizer.name}${authorizer.scopes.length > 0 ? ` [${authorizer.scopes.join(' ')}]` : ''}`
      : formatState(authorizer.state);
  return [...(guard === '-' ? [] : [guard]), ...(apiKey ? ['API key'] : [])].join(' + ') || '-';
}

function formatState(state: 'none' | 'failed' | 'public'): string {
  return state === 'none' ? '-' : state;
}

type Format<Kind> = (integration: Extract<Integration, { kind: Kind }>) => string;

const INTEGRATIONS = {
  lambda: ({ mode, function: called }) =>
    `lambda${mode === 'proxy' ? '' : ` ${mode}`} ${formatFunction(called)}`,
  http: ({ method, url }) => `http ${method} ${formatDeployValue(url)}`,
  mock: ({ status }) => `mock ${status}`,
  raw: ({ object }) => ['raw', object['type']].filter((word) => typeof word === 'string').join(' '),
} satisfies { readonly [Kind in Exclude<Integration['kind'], ServiceKind>]: Format<Kind> };

/** The integration of a route, in a few words. */
export function formatIntegration(integration: Integration): string {
  if (isService(integration)) return definitionOf(integration).describe(integration.options);
  return (INTEGRATIONS[integration.kind] as Format<Integration['kind']>)(integration);
}
