import { viewRoute, type RouteView } from '../../../model/view-route.js';
import type { GatewayModel, Integration, Route } from '../../../model/gateway-model.js';
import type { JsonObject } from '../../../openapi/openapi.js';
import { isDeployValue, formatDeployValue } from '../../../values/deploy-value.js';
import type { DeployTree } from '../../../values/deploy-tree.js';
import { keepText } from '../integrations/keep-text.js';
import { addCors, isProxy } from '../cors/render-cors.js';
import { renderHttpIntegration } from '../integrations/render-http-integration.js';
import { renderLambdaIntegration } from '../integrations/render-lambda-integration.js';
import { renderMockIntegration } from '../integrations/render-mock-integration.js';
import type { Models } from '../models/render-models.js';
import { renderParameters } from './render-parameters.js';
import { renderRawIntegration } from '../integrations/render-raw-integration.js';
import { renderRequestBody } from './render-request-body.js';
import { renderResponses } from './render-responses.js';
import { renderSecurity } from './render-security.js';
import { renderDynamoDbIntegration } from '../integrations/dynamodb/render-dynamodb-integration.js';
import { renderEventBridgeIntegration } from '../integrations/services/render-eventbridge-integration.js';
import { renderGeneralServiceIntegration } from '../integrations/services/render-general-service-integration.js';
import { renderKinesisIntegration } from '../integrations/services/render-kinesis-integration.js';
import { renderS3Integration } from '../integrations/services/render-s3-integration.js';
import { renderSnsIntegration } from '../integrations/services/render-sns-integration.js';
import { renderSqsIntegration } from '../integrations/services/render-sqs-integration.js';
import { renderStepFunctionsIntegration } from '../integrations/services/render-step-functions-integration.js';
import { isService } from '../../../services/service-integrations.js';
import { expressionsOf, listRequired } from '../../../model/list-required.js';
import type { RenderedIntegration } from '../integrations/rendered-integration.js';

type RenderIntegration<Kind extends Integration['kind']> = (
  integration: Extract<Integration, { kind: Kind }>,
  route: RouteView,
) => RenderedIntegration;

/** A kind that is missing here does not compile. */
const INTEGRATIONS = {
  lambda: (integration, route) => renderLambdaIntegration(integration, route.model.settings, route),
  http: renderHttpIntegration,
  mock: renderMockIntegration,
  raw: renderRawIntegration,
  dynamodb: renderDynamoDbIntegration,
  s3: renderS3Integration,
  sns: renderSnsIntegration,
  sqs: renderSqsIntegration,
  'step-functions': renderStepFunctionsIntegration,
  eventbridge: renderEventBridgeIntegration,
  kinesis: renderKinesisIntegration,
  service: renderGeneralServiceIntegration,
} satisfies { [Kind in Integration['kind']]: RenderIntegration<Kind> };

/** The operation of a route: what Nest documents, brought down to what import keeps, and what the gateway does. */
export function renderOperation(
  route: Route,
  model: GatewayModel,
  models: Models,
  operationId: string,
): DeployTree {
  const view = viewRoute(route, model);
  const source = view.operation;
  const name = operationId.replace(/[^A-Za-z0-9]/g, '');
  const integration = renderIntegration(route, view);
  const ofService = route.integration && isService(route.integration) ? route.integration : undefined;
  const requestBody = renderRequestBody(source, models, `${name}Request`, {
    validated: route.validation === 'all' || route.validation === 'body',
  });
  return {
    operationId,
    ...pick(source, ['summary', 'description', 'tags']),
    ...extensions(source),
    parameters: renderParameters(
      route,
      source,
      [...mappedParameters(integration), ...(ofService ? expressionsOf(ofService.options) : [])],
      listRequired(route, view),
    ),
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

function renderIntegration(route: Route, view: RouteView): RenderedIntegration | undefined {
  if (!route.integration) return undefined;
  const render = INTEGRATIONS[route.integration.kind] as RenderIntegration<Integration['kind']>;
  return keepText(addCors(render(route.integration, view), route), route, view);
}

/** `method.request.*` sources and cache keys of the integration, which import refuses unless they are declared. */
function mappedParameters(integration: RenderedIntegration | undefined): readonly string[] {
  const cacheKeys = integration?.['cacheKeyParameters'];
  return [
    ...Object.values(integration?.requestParameters ?? {}),
    ...(Array.isArray(cacheKeys) ? (cacheKeys as readonly unknown[]) : []),
  ].map((value) => (isDeployValue(value) ? formatDeployValue(value) : String(value)));
}

/** Those of this library's own are written below, or are told by their absence: a rule speaks of others. */
const OWN = ['integration', 'request-validator', 'auth'].map((name) => `x-amazon-apigateway-${name}`);

function extensions(source: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(source).filter(([key]) => key.startsWith('x-') && !OWN.includes(key)),
  );
}

function pick(source: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(keys.filter((key) => source[key] !== undefined).map((key) => [key, source[key]]));
}
