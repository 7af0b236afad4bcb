import { checkedDocumentsOf } from '../../model/documents/checked-documents.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import type { Route } from '../../model/routes/route.js';
import { renderGatewayResponses } from './cors/render-gateway-responses.js';
import { renderPreflight, type KnownPreflights } from './cors/render-preflight.js';
import { nameOperations } from '../../model/name-operations.js';
import { renderInfo } from '../../openapi/render-info.js';
import { renderOperation } from './document/render-operation.js';
import { listServed, renderPaths } from './document/render-paths.js';
import { renderSecuritySchemes } from './document/render-security.js';
import { renderServers, renderSettings } from './document/render-settings.js';
import { listInexpressible } from './list-inexpressible.js';
import { countLimits } from './limits/count-limits.js';
import { withoutTexts } from './document/without-texts.js';
import { createModels } from './models/render-models.js';
import { placeRoutes } from './resources/place-routes.js';
import type { VariableNames } from './resources/rename-path-values.js';
import type { RenderedPreflight, RenderedRoute, RestApi } from './rest-api-output.js';

/**
 * The private document: OpenAPI 3.0.1 as API Gateway imports it for a REST API, and the parts that it is made of.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html
 */
export function renderRestApi(given: GatewayModel): RestApi {
  const model = given.settings.documentation ? given : withoutTexts(given);
  const written = createModels(
    checkedDocumentsOf(model),
    new Set(model.reusedSchemas.map(({ name }) => name)),
  );
  const operationIds = nameOperations(model);
  const operations = new Map<Route, RenderedRoute>();
  const preflights = new Map<string, RenderedPreflight>();
  const known: KnownPreflights = { preflights: new Map(), policies: new Map() };
  const inexpressible = listInexpressible(model);
  const refused = new Set(inexpressible.flatMap(({ routes }) => routes));
  const placement = placeRoutes(model);
  const { resources } = placement;
  for (const path of resources) {
    const served = listServed(path)
      .filter((route) => !placement.covered.has(route) && !refused.has(route))
      .map((route) => {
        const place = { path: path.path, names: placement.names.get(route) ?? NONE };
        const rendered = renderOperation(route, place, model, written, operationIds.get(route)!);
        operations.set(route, rendered);
        return rendered;
      });
    const preflight = renderPreflight(path, model, served, known);
    if (preflight) preflights.set(path.path, preflight);
  }
  const models = written.all();
  const securitySchemes = renderSecuritySchemes(model);
  const gatewayResponses = renderGatewayResponses(model);
  const components = {
    ...(Object.keys(models).length > 0 ? { schemas: models } : {}),
    ...(securitySchemes ? { securitySchemes } : {}),
  };
  const { info, ...notes } = renderInfo(model.document);
  const document = {
    openapi: '3.0.1',
    info,
    ...renderServers(model),
    ...notes,
    ...Object.fromEntries(Object.entries(model.document).filter(([key]) => key.startsWith('x-'))),
    ...renderSettings(model, gatewayResponses),
    paths: renderPaths({ resources, operations, preflights }),
    ...(Object.keys(components).length > 0 ? { components } : {}),
  };
  const parts = {
    gateway: 'rest-api' as const,
    inexpressible,
    document,
    resources,
    conflicts: placement.conflicts,
    operations,
    preflights,
    info,
    models,
    loosened: written.loosened(),
    securitySchemes,
    gatewayResponses,
  };
  return { ...parts, limits: countLimits(model, parts) };
}

const NONE: VariableNames = new Map();
