import type { Integration } from '../../../model/integrations/integration.js';
import type { Route } from '../../../model/routes/route.js';
import type { RouteView } from '../../../model/documents/view-route.js';
import { isService } from '../../../services/service-integrations.js';
import { addCors } from '../cors/add-cors.js';
import { convertToText } from './convert-to-text.js';
import { renderDynamoDbIntegration } from './dynamodb/render-dynamodb-integration.js';
import { renderEventBridgeIntegration } from './services/render-eventbridge-integration.js';
import { renderGeneralServiceIntegration } from './services/render-general-service-integration.js';
import { renderHttpIntegration } from './render-http-integration.js';
import { renderKinesisIntegration } from './services/render-kinesis-integration.js';
import { renderLambdaIntegration } from './render-lambda-integration.js';
import { renderMockIntegration } from './render-mock-integration.js';
import { renderRawIntegration } from './render-raw-integration.js';
import { renderS3Integration } from './services/render-s3-integration.js';
import { renderSnsIntegration } from './services/render-sns-integration.js';
import { renderSqsIntegration } from './services/render-sqs-integration.js';
import { renderStepFunctionsIntegration } from './services/render-step-functions-integration.js';
import { renameOwnVariables } from '../vtl/rename-own-variables.js';
import type { RenderedIntegration } from './rendered-integration.js';

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

/** What API Gateway calls for a route, with the route's CORS headers, and its texts kept from being read as binary. */
export function renderIntegration(route: Route, view: RouteView): RenderedIntegration | undefined {
  if (!route.integration) return undefined;
  const render = INTEGRATIONS[route.integration.kind] as RenderIntegration<Integration['kind']>;
  const integration = isService(route.integration)
    ? { ...route.integration, options: renameOwnVariables(route.integration.options) }
    : route.integration;
  return convertToText(addCors(render(integration as Integration, view), route, view), route, view);
}
