import type { RestApi } from '../../lib/backends/rest-api/rest-api-output.js';
import type { GatewayModel } from '../../lib/model/gateway-model.js';
import { viewRoute } from '../../lib/model/documents/view-route.js';
import { memberOf } from '../../lib/openapi/member-of.js';
import type { JsonObject } from '../../lib/openapi/openapi.js';
import type { DeployMembers } from '../../lib/values/deploy-tree.js';

const ANY = 'x-amazon-apigateway-any-method';

/** What a REST API would be rendered to whose document is the given one. */
export function makeRestApi(model: GatewayModel, document: DeployMembers): Omit<RestApi, 'limits'> {
  const paths = memberOf(document, 'paths');
  const renderedAt = (path: string, key: string) => {
    const operation = memberOf(memberOf(paths, path), key);
    const integration = operation['x-amazon-apigateway-integration'] as JsonObject | undefined;
    const { parameters = [] } = operation as { parameters?: readonly JsonObject[] };
    return { operation, parameters, ...(integration ? { integration } : {}) };
  };
  const preflights = model.paths.flatMap(({ path, routes }) => {
    const own = routes.some(({ method }) => method === 'options');
    const { integration, ...rest } = renderedAt(path, 'options');
    return own || !integration
      ? []
      : [[path, { ...rest, integration, allowMethods: [], allowHeaders: [] }] as const];
  });
  const components = memberOf(document, 'components');
  return {
    gateway: 'rest-api',
    inexpressible: [],
    document,
    resources: model.paths,
    conflicts: [],
    operations: new Map(
      model.routes.map((route) => [
        route,
        {
          path: route.path,
          ...renderedAt(route.path, route.method === 'any' ? ANY : route.method),
          view: viewRoute(route, model),
        },
      ]),
    ),
    preflights: new Map(preflights),
    info: memberOf(document, 'info'),
    loosened: [],
    models: memberOf(components, 'schemas'),
    securitySchemes: components['securitySchemes'],
    gatewayResponses: document['x-amazon-apigateway-gateway-responses'] as DeployMembers | undefined,
  };
}
