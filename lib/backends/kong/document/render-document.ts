import type { GatewayModel } from '../../../model/gateway-model.js';
import type { GatewayPath, Route } from '../../../model/routes/route.js';
import { nameOperations } from '../../../model/name-operations.js';
import { takeFreeName } from '../../../model/take-free-name.js';
import type { DeployMembers } from '../../../values/deploy-tree.js';
import type { Plugin } from '../answers/answer.js';
import { renderCors } from '../cors/render-cors.js';
import { renderConsumers } from '../guards/render-consumers.js';
import type { Kong, RenderedRoute } from '../kong-output.js';
import { listMethods } from '../paths/list-methods.js';
import { rankPaths } from '../paths/rank-paths.js';
import { renderExpression } from '../paths/render-expression.js';
import { nameOf } from './name-api.js';
import { nameServices } from './name-services.js';
import { placeVariables } from './place-variables.js';
import type { Prepared } from './prepare-route.js';

/** The file of the routes that Kong serves: its services, their routes, the other routes, and the consumers. */
export function renderDocument(
  served: readonly Prepared[],
  model: GatewayModel,
  api: string,
): Pick<Kong, 'document' | 'operations'> {
  const { settings } = model;
  const names = nameOperations(model);
  const taken = new Set<string>();
  const rank = rankPaths(model.routes.map(({ path }) => path));
  const services = nameServices(
    served.flatMap(({ answer }) => (answer.service ? [answer.service] : [])),
    api,
  );
  const operations = new Map<Route, RenderedRoute>();
  const written: { readonly operation: DeployMembers; readonly service: DeployMembers | undefined }[] = [];
  for (const { route, path, answer, plugins } of served) {
    const policy = hasPreflight(path) ? renderCors(path, model) : undefined;
    const methods = listMethods(route, path, policy !== undefined);
    const matched = {
      paths: [renderExpression(route.path)],
      regex_priority: rank(route.path),
      strip_path: false,
    };
    const name = takeFreeName(taken, `${api}.${nameOf(names.get(route)!)}`, '-');
    const operation: DeployMembers = {
      name,
      methods,
      ...matched,
      ...answer.route,
      ...renderPlugins(plugins),
    };
    const service = answer.service && services.find(({ isOf }) => isOf(answer.service!))!.service;
    operations.set(route, {
      path: route.path,
      operation,
      integration: service ?? (plugins.at(-1) as unknown as DeployMembers),
      ...(policy ? { preflight: policy.preflight } : {}),
    });
    // Every method of the path has a route of its own.
    if (methods.length > 0) written.push({ operation, service });
    if (!policy || path.routes.find((one) => served.some((other) => other.route === one)) !== route) continue;
    const preflight: DeployMembers = {
      name: takeFreeName(taken, `${name}.preflight`, '-'),
      methods: ['OPTIONS'],
      ...matched,
      ...renderPlugins([
        placeVariables(policy.plugin as unknown as DeployMembers, settings).tree as unknown as Plugin,
        { name: 'request-termination', config: { status_code: 204 } },
      ]),
    };
    written.push({ operation: preflight, service: undefined });
  }
  const routesOf = (service: DeployMembers | undefined): readonly DeployMembers[] =>
    written.filter((one) => one.service === service).map(({ operation }) => operation);
  const consumers = renderConsumers(
    served.flatMap(({ credentials }) => (credentials ? [credentials] : [])),
    settings,
    api,
    served.some(({ route }) => route.apiKey),
  );
  return {
    operations,
    document: {
      _format_version: '3.0',
      ...(settings.kong.dialect === 'deck' ? { _info: { select_tags: [`api-${api}`] } } : {}),
      ...section(
        'services',
        services.map(({ service }) => ({ ...service, routes: routesOf(service) })),
      ),
      ...section('routes', routesOf(undefined)),
      ...section('consumers', consumers),
    },
  };
}

/** A handler of the user's own for OPTIONS answers preflights itself. */
function hasPreflight({ routes }: GatewayPath): boolean {
  return !routes.some(({ method }) => method === 'options');
}

function renderPlugins(plugins: readonly Plugin[]): DeployMembers {
  return plugins.length > 0 ? { plugins: plugins.map(({ name, config }) => ({ name, config })) } : {};
}

function section(name: string, entities: readonly DeployMembers[]): DeployMembers {
  return entities.length > 0 ? { [name]: entities } : {};
}
