import { expressionsOf, listNeeded, listRequired } from '../../../model/documents/list-required.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import type { Route } from '../../../model/routes/route.js';
import { viewRoute } from '../../../model/documents/view-route.js';
import type { JsonObject } from '../../../openapi/openapi.js';
import type { DeployTree } from '../../../values/deploy-tree.js';
import { isService } from '../../../services/service-integrations.js';
import { addCacheKeys } from '../integrations/add-cache-keys.js';
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
import { VALIDATED } from '../../../model/routes/validated.js';

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
  const integration = addCacheKeys(
    renameSources(renderIntegration(route, view), ofService ? new Map() : names),
    route,
    names,
  );
  const validated = VALIDATED[route.validation].body;
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
  // Assigned member by member: it is made for every route.
  const operation: Record<string, DeployTree> = { operationId };
  copyNotes(source, operation);
  operation['parameters'] = parameters;
  if (requestBody) operation['requestBody'] = requestBody;
  operation['responses'] = renderResponses(
    source,
    all ? models : undefined,
    name,
    route.responder?.proxied ? undefined : integration,
  );
  operation['security'] = renderSecurity(route, model);
  if (route.validation !== 'none') operation['x-amazon-apigateway-request-validator'] = route.validation;
  if (integration) operation['x-amazon-apigateway-integration'] = integration;
  return {
    path,
    operation,
    parameters,
    ...(requestBody ? { requestBody } : {}),
    ...(integration ? { integration } : {}),
    view,
  };
}

const NOTES = ['summary', 'description', 'tags'];

/** Those of this library's own are written below, or are known by their absence: a rule reports others. */
const OWN = ['integration', 'request-validator', 'auth'].map((name) => `x-amazon-apigateway-${name}`);

/** What an operation says about itself, and its extensions. */
function copyNotes(source: JsonObject, operation: Record<string, DeployTree>): void {
  for (const key of NOTES) {
    const note = source[key];
    if (note !== undefined) operation[key] = note;
  }
  for (const key of Object.keys(source)) {
    const extension = source[key];
    if (key.startsWith('x-') && !OWN.includes(key) && extension !== undefined) operation[key] = extension;
  }
}
