import { expressionsOf, listNeeded, listRequired } from '../../../model/list-required.js';
import type { GatewayModel, Route } from '../../../model/gateway-model.js';
import { viewRoute } from '../../../model/view-route.js';
import type { Json, JsonObject } from '../../../openapi/openapi.js';
import { isService } from '../../../services/service-integrations.js';
import { isProxy } from '../integrations/is-proxy.js';
import { listMappedSources } from '../integrations/list-mapped-sources.js';
import { renderIntegration } from '../integrations/render-integration.js';
import type { Models } from '../models/render-models.js';
import {
  renameParameters,
  renameRoute,
  renameSources,
  type VariableNames,
} from '../resources/rename-path-values.js';
import type { RenderedRoute } from '../rest-api-output.js';
import { renderParameters } from './render-parameters.js';
import { renderRequestBody } from './render-request-body.js';
import { renderResponses } from './render-responses.js';
import { renderSecurity } from './render-security.js';

/** The operation of a route: what Nest documents, brought down to what import keeps, and what the gateway does. */
export function renderOperation(
  served: Route,
  { path, names }: { readonly path: string; readonly names: VariableNames },
  model: GatewayModel,
  models: Models,
  operationId: string,
): RenderedRoute {
  const route = renameRoute(served, path, names);
  const view = viewRoute(route, model);
  const source = view.operation;
  const name = operationId.replace(/[^A-Za-z0-9]/g, '');
  const ofService = route.integration && isService(route.integration) ? route.integration : undefined;
  // A service's are written with the new names.
  const integration = renameSources(renderIntegration(route, view), ofService ? new Map() : names);
  const validated = route.validation === 'all' || route.validation === 'body';
  const all = model.settings.models === 'all';
  const requestBody =
    all || validated ? renderRequestBody(source, models, `${name}Request`, { validated }) : undefined;
  const parameters = renderParameters(
    route,
    renameParameters(source, names),
    [...listMappedSources(integration), ...(ofService ? expressionsOf(ofService.options) : [])],
    listRequired(route, view),
    listNeeded({ integration: route.integration }),
  );
  const operation = {
    operationId,
    ...pick(source, ['summary', 'description', 'tags']),
    ...extensions(source),
    parameters,
    ...(requestBody ? { requestBody } : {}),
    responses: renderResponses(
      source,
      all ? models : undefined,
      name,
      integration && !isProxy(integration) ? integration : undefined,
    ),
    security: renderSecurity(route, model),
    ...(route.validation === 'none' ? {} : { 'x-amazon-apigateway-request-validator': route.validation }),
    ...(integration ? { 'x-amazon-apigateway-integration': integration } : {}),
  };
  return {
    operation,
    parameters,
    ...(requestBody ? { requestBody } : {}),
    ...(integration ? { integration } : {}),
    view,
  };
}

/** Those of this library's own are written below, or are told by their absence: a rule speaks of others. */
const OWN = ['integration', 'request-validator', 'auth'].map((name) => `x-amazon-apigateway-${name}`);

function extensions(source: JsonObject): JsonObject {
  const kept: Record<string, Json | undefined> = {};
  for (const key of Object.keys(source)) {
    if (key.startsWith('x-') && !OWN.includes(key)) kept[key] = source[key];
  }
  return kept;
}

function pick(source: JsonObject, keys: readonly string[]): JsonObject {
  const picked: Record<string, Json | undefined> = {};
  for (const key of keys) if (source[key] !== undefined) picked[key] = source[key];
  return picked;
}
