import type { GatewayModel, Integration, Route } from '../../model/gateway-model.js';
import { isObject, type JsonObject, type OpenApiOperation } from '../../model/openapi.js';
import { isDeployValue, formatDeployValue } from '../../values/deploy-value.js';
import type { DeployTree } from '../../values/deploy-tree.js';
import { addCors, isProxy } from './render-cors.js';
import { renderHttpIntegration } from './render-http-integration.js';
import { renderLambdaIntegration } from './render-lambda-integration.js';
import { renderMockIntegration } from './render-mock-integration.js';
import type { Models } from './render-models.js';
import { renderParameters } from './render-parameters.js';
import { renderRawIntegration } from './render-raw-integration.js';
import { renderRequestBody } from './render-request-body.js';
import { renderResponses } from './render-responses.js';
import { renderSecurity } from './render-security.js';
import type { RenderedIntegration, RouteView } from './rendered-integration.js';

type RenderIntegration<Kind extends Integration['kind']> = (
  integration: Extract<Integration, { kind: Kind }>,
  model: GatewayModel,
  route: RouteView,
) => RenderedIntegration;

/** A kind that is missing here does not compile. */
const INTEGRATIONS = {
  lambda: (integration, model, route) => renderLambdaIntegration(integration, model.settings, route),
  http: renderHttpIntegration,
  mock: renderMockIntegration,
  raw: renderRawIntegration,
} satisfies { [Kind in Integration['kind']]: RenderIntegration<Kind> };

/** The operation of a route: what Nest documents, brought down to what import keeps, and what the gateway does. */
export function renderOperation(
  route: Route,
  model: GatewayModel,
  models: Models,
  operationId: string,
): DeployTree {
  const source = findOperation(route, model);
  const name = operationId.replace(/[^A-Za-z0-9]/g, '');
  const integration = renderIntegration(route, model, { successStatus: successStatus(source) });
  const requestBody = renderRequestBody(source, models, `${name}Request`);
  return {
    operationId,
    ...pick(source, ['summary', 'description', 'tags']),
    ...extensions(source),
    parameters: renderParameters(route, source, mappedParameters(integration)),
    ...(requestBody ? { requestBody } : {}),
    responses: renderResponses(
      source,
      models,
      name,
      integration && !isProxy(integration) ? integration : undefined,
    ),
    security: renderSecurity(route, model),
    ...(route.validation === 'none' ? {} : { 'x-amazon-apigateway-request-validator': route.validation }),
    ...(integration ? { 'x-amazon-apigateway-integration': integration } : {}),
  };
}

export function findOperation({ operation }: Route, model: GatewayModel): OpenApiOperation {
  if (!operation) return {};
  const document = operation.source === 'hidden' ? model.hidden : model.document;
  return (document?.paths[operation.path]?.[operation.method] ?? {}) as OpenApiOperation;
}

function renderIntegration(
  route: Route,
  model: GatewayModel,
  view: RouteView,
): RenderedIntegration | undefined {
  if (!route.integration) return undefined;
  const render = INTEGRATIONS[route.integration.kind] as RenderIntegration<Integration['kind']>;
  return addCors(render(route.integration, model, view), route);
}

function successStatus({ responses = {} }: OpenApiOperation): string {
  return Object.keys(responses).find((status) => /^2\d\d$/.test(status)) ?? '200';
}

/** `method.request.*` sources of the integration, which import refuses unless they are declared. */
function mappedParameters(integration: RenderedIntegration | undefined): readonly string[] {
  return Object.values(integration?.requestParameters ?? {}).map((value) =>
    isDeployValue(value) ? formatDeployValue(value) : String(value),
  );
}

function extensions(source: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(source).filter(([key]) => key.startsWith('x-')));
}

export function pick(source: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(keys.filter((key) => source[key] !== undefined).map((key) => [key, source[key]]));
}

export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
