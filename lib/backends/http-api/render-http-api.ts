import type { GatewayModel } from '../../model/gateway-model.js';
import type { Route } from '../../model/routes/route.js';
import { nameOperations } from '../../model/name-operations.js';
import { viewRoute } from '../../model/documents/view-route.js';
import { renderInfo } from '../../openapi/render-info.js';
import type { Inexpressible } from '../../rules/gateway/not-expressible.rule.js';
import { deployMap, type DeployMembers, type DeployTree } from '../../values/deploy-tree.js';
import type { DeployValue } from '../../values/deploy-value.js';
import { refuseStage } from '../refuse-stage.js';
import { renderCors } from './cors/render-cors.js';
import { findDefaultRoute } from './document/find-default-route.js';
import { listRenamed } from './document/list-renamed.js';
import { refuseSettings } from './document/refuse-settings.js';
import { renderAuthorizer } from './document/render-authorizer.js';
import { renderOperation } from './document/render-operation.js';
import { STAGE_SUPPORT } from './document/stage-support.js';
import { shareIntegrations } from './document/share-integrations.js';
import type { HttpApi, RenderedOperation } from './http-api-output.js';
import { renderIntegration } from './integrations/render-integration.js';
import { countLimits } from './limits/count-limits.js';

const ANY = 'x-amazon-apigateway-any-method';
const VERBS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'];

/**
 * The private document: OpenAPI 3.0.1 as API Gateway imports it for an HTTP API. It has no schemas, because an HTTP API
 * uses none. A route that an HTTP API cannot serve as its decorators ask is not in it.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html
 */
export function renderHttpApi(model: GatewayModel): HttpApi {
  const chosen = chooseRoutes(model);
  const { inexpressible, schemes, cors, served } = chosen;
  const { operations, paths, shared, used, count } = writeRoutes(model, chosen);
  const components: DeployMembers = {
    ...(schemes.length > 0 ? { securitySchemes: deployMap(schemes) } : {}),
    ...shared.components,
  };
  const { info } = renderInfo(model.document);
  const document: DeployMembers = {
    openapi: '3.0.1',
    info,
    ...renderServers(model),
    ...(cors ? { 'x-amazon-apigateway-cors': cors } : {}),
    paths: sortPaths(paths),
    ...(Object.keys(components).length > 0 ? { components } : {}),
  };
  return {
    gateway: 'http-api',
    document,
    operations,
    ...(cors ? { cors } : {}),
    inexpressible,
    limits: countLimits(model, {
      info,
      routes: count,
      integrations: model.settings.inlineIntegrations
        ? used.length
        : new Set(used.map((one) => JSON.stringify(one))).size,
      served,
    }),
  };
}

/** The routes that an HTTP API can serve, and what it cannot express. */
interface Chosen {
  readonly inexpressible: readonly Inexpressible[];
  readonly schemes: ReturnType<typeof renderSchemes>;
  readonly integrations: ReadonlyMap<Route, DeployMembers>;
  readonly cors: DeployMembers | undefined;
  readonly served: readonly Route[];
}

function chooseRoutes(model: GatewayModel): Chosen {
  const inexpressible: Inexpressible[] = [
    ...refuseSettings(model),
    ...refuseStage(model, STAGE_SUPPORT),
    ...listRenamed(model),
  ];
  const schemes = renderSchemes(model, inexpressible);
  const integrations = new Map<Route, DeployMembers>();
  for (const route of model.routes) {
    const { integration, refusals } = renderIntegration(route, viewRoute(route, model));
    inexpressible.push(...refusals.map((refusal) => ({ ...refusal, routes: [route] })));
    if (integration) integrations.set(route, integration);
  }
  const knownVerbs = model.routes.filter(({ method }) => method === 'any' || VERBS.includes(method));
  const listRefused = (): ReadonlySet<Route> =>
    new Set(inexpressible.flatMap(({ severity, routes }) => (severity === undefined ? routes : [])));
  const refused = listRefused();
  // Only the routes that are left have to agree on a policy.
  const candidates = knownVerbs.filter((route) => !refused.has(route));
  const { cors, inexpressible: ofCors } = renderCors(model, candidates);
  inexpressible.push(...ofCors);
  const refusedByCors = listRefused();
  const served = candidates.filter((route) => !refusedByCors.has(route));
  return { inexpressible, schemes, integrations, cors, served };
}

function writeRoutes(model: GatewayModel, { integrations, cors, served }: Chosen) {
  const byDefault = findDefaultRoute(served);
  const written = served.filter((route) => route !== byDefault?.root);
  const unguarded = cors ? served.filter((route) => needsPreflight(route, served)) : [];
  const used = [...written, ...unguarded]
    .map((route) => integrations.get(route))
    .filter((one) => one !== undefined);
  const shared = shareIntegrations(used, model.settings.inlineIntegrations);
  const names = nameOperations(model);
  const operations = new Map<Route, RenderedOperation>();
  const paths: Record<string, Record<string, DeployTree>> = {};
  const place = (path: string, key: string, operation: DeployTree): void => {
    (paths[path] ??= {})[key] = operation;
  };
  for (const route of written) {
    const integration = integrations.get(route);
    const isDefault = route === byDefault?.greedy;
    const operation = renderOperation(route, model, {
      operationId: names.get(route)!,
      integration: integration && shared.referTo(integration),
      isDefault,
    });
    const path = isDefault ? '/$default' : route.path;
    operations.set(route, {
      path,
      operation,
      ...(integration ? { integration } : {}),
      routeKeys: [
        isDefault ? '$default' : `${route.method.toUpperCase()} ${route.path}`,
        ...unguarded
          .filter((one) => one === route || (isDefault && one === byDefault.root))
          .map((one) => `OPTIONS ${one.path}`),
      ],
    });
    place(path, route.method === 'any' ? ANY : route.method, operation);
  }
  if (byDefault) operations.set(byDefault.root, operations.get(byDefault.greedy)!);
  for (const route of unguarded) {
    const integration = integrations.get(route);
    place(
      route.path,
      'options',
      renderOperation({ ...route, method: 'options' }, model, {
        operationId: `${names.get(route)!}_options`,
        integration: integration && shared.referTo(integration),
        isOpen: true,
      }),
    );
  }
  return { operations, paths, shared, used, count: written.length + unguarded.length };
}

/**
 * A guarded route of every verb guards preflights too, which carry no credentials: its path gets an open route for them.
 *
 * "Configure CORS for HTTP APIs in API Gateway"
 */
function needsPreflight(route: Route, routes: readonly Route[]): boolean {
  return (
    route.method === 'any' &&
    route.authorizer !== undefined &&
    !routes.some(({ method, path }) => method === 'options' && path === route.path)
  );
}

/** The authorizers in use. Those that an HTTP API does not have take their routes with them. */
function renderSchemes(
  model: GatewayModel,
  inexpressible: Inexpressible[],
): readonly (readonly [DeployValue, DeployTree])[] {
  return model.authorizers.flatMap((authorizer, index) => {
    const routes = model.routes.filter((route) => route.authorizer?.index === index);
    if (routes.length === 0) return [];
    const rendered = renderAuthorizer(authorizer, model.settings);
    if ('scheme' in rendered) return [[authorizer.name, rendered.scheme] as const];
    inexpressible.push({ ...rendered.refusal, routes });
    return [];
  });
}

function renderServers({ settings: { endpoint } }: GatewayModel): DeployMembers {
  const { disableExecuteApiEndpoint, ipAddressType } = endpoint ?? {};
  if (disableExecuteApiEndpoint === undefined && ipAddressType === undefined) return {};
  const configuration = { disableExecuteApiEndpoint, ipAddressType };
  return { servers: [{ url: '/', 'x-amazon-apigateway-endpoint-configuration': configuration }] };
}

function sortPaths(paths: Readonly<Record<string, Readonly<Record<string, DeployTree>>>>): DeployMembers {
  const order = [...VERBS, ANY];
  const sorted = Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([path, item]) => [
      path,
      Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))),
    ]),
  );
}
