import type { GatewayModel, Route } from '../../model/gateway-model.js';
import type { JsonObject } from '../../openapi/openapi.js';
import type { DeployMembers, DeployTree } from '../../values/deploy-tree.js';
import { listBinaryTypes } from './document/list-binary-types.js';
import { renderGatewayResponses, renderPreflight } from './cors/render-cors.js';
import { createModels } from './models/render-models.js';
import { findOperation } from '../../model/view-route.js';
import { renderInfo } from './document/render-info.js';
import { renderOperation } from './document/render-operation.js';
import { renderParameters } from './document/render-parameters.js';
import { renderSecuritySchemes } from './document/render-security.js';

/** The verbs that API Gateway serves, in the order in which a path shows them, with their OpenAPI keys. */
export const VERBS: Readonly<Record<string, string>> = {
  get: 'get',
  head: 'head',
  post: 'post',
  put: 'put',
  patch: 'patch',
  delete: 'delete',
  options: 'options',
  any: 'x-amazon-apigateway-any-method',
};

const VALIDATORS: Readonly<Record<string, JsonObject>> = {
  all: { validateRequestBody: true, validateRequestParameters: true },
  body: { validateRequestBody: true, validateRequestParameters: false },
  params: { validateRequestBody: false, validateRequestParameters: true },
};

/**
 * The private document: OpenAPI 3.0.1 as API Gateway imports it for a REST API.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html
 */
export function renderRestApi(model: GatewayModel): DeployMembers {
  const models = createModels([model.document, ...(model.hidden ? [model.hidden] : [])]);
  const operationIds = nameOperations(model);
  const paths = Object.fromEntries(
    model.paths.map((path) => {
      const item: Record<string, DeployTree | undefined> = {};
      for (const [verb, key] of Object.entries(VERBS)) {
        const route = path.routes.find(({ method }) => method === verb);
        if (route) item[key] = renderOperation(route, model, models, operationIds.get(route)!);
        else if (verb === 'options')
          item[key] = renderPreflight(path, model, renderParameters(path, {}, [], []));
      }
      return [path.path, item];
    }),
  );
  const schemas = models.all();
  const securitySchemes = renderSecuritySchemes(model);
  const components = {
    ...(Object.keys(schemas).length > 0 ? { schemas } : {}),
    ...(securitySchemes ? { securitySchemes } : {}),
  };
  const { document } = model;
  const { info, ...notes } = renderInfo(document);
  return {
    openapi: '3.0.1',
    info,
    ...renderServers(model),
    ...notes,
    ...Object.fromEntries(Object.entries(document).filter(([key]) => key.startsWith('x-'))),
    ...renderSettings(model),
    paths,
    ...(Object.keys(components).length > 0 ? { components } : {}),
  };
}

function renderSettings({ settings, routes, ...model }: GatewayModel): DeployMembers {
  const validators = [...new Set(routes.map(({ validation }) => validation))]
    .filter((name) => name in VALIDATORS)
    .toSorted();
  const binaryTypes = listBinaryTypes({ settings, routes, ...model });
  const gatewayResponses = renderGatewayResponses({ settings, routes, ...model });
  return {
    ...(settings.apiKeySource === undefined
      ? {}
      : { 'x-amazon-apigateway-api-key-source': settings.apiKeySource }),
    ...(binaryTypes === undefined ? {} : { 'x-amazon-apigateway-binary-media-types': binaryTypes }),
    ...(settings.minimumCompressionSize === undefined
      ? {}
      : { 'x-amazon-apigateway-minimum-compression-size': settings.minimumCompressionSize }),
    ...(settings.policy === undefined ? {} : { 'x-amazon-apigateway-policy': settings.policy }),
    ...(gatewayResponses ? { 'x-amazon-apigateway-gateway-responses': gatewayResponses } : {}),
    ...(validators.length > 0
      ? {
          'x-amazon-apigateway-request-validators': Object.fromEntries(
            validators.map((name) => [name, VALIDATORS[name]]),
          ),
        }
      : {}),
  };
}

/** In a private document a server says nothing but its endpoint's configuration: a path in it would be a base path. */
function renderServers({ settings: { endpoint } }: GatewayModel): DeployMembers {
  if (!endpoint || Object.keys(endpoint).length === 0) return {};
  return { servers: [{ url: '/', 'x-amazon-apigateway-endpoint-configuration': endpoint }] };
}

/** Nest repeats an id for a handler with several paths, and for two controllers of one name. */
function nameOperations(model: GatewayModel): ReadonlyMap<Route, string> {
  const taken = new Set<string>();
  return new Map(
    model.routes.map((route) => {
      const { operationId } = findOperation(route, model);
      // Nest documents `@All()` once for each verb, and ends each id with the verb.
      const wanted =
        route.method === 'any'
          ? (operationId ?? '').replace(new RegExp(`_${route.operation?.method}$`), '')
          : (operationId ?? '');
      const base = wanted || `${route.controller}_${route.handler}`;
      let free = base;
      for (let count = 2; taken.has(free); count += 1) free = `${base}_${count}`;
      taken.add(free);
      return [route, free];
    }),
  );
}
