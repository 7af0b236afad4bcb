import { defined } from '../../../values/defined.js';
import { renderInvocationUri } from '../../../model/functions/render-invocation-uri.js';
import type { RouteView } from '../../../model/documents/view-route.js';
import type { GatewaySettings } from '../../../model/settings/gateway-settings.js';
import type { LambdaIntegration } from '../../../model/integrations/integration.js';
import type { RenderedIntegration, RenderedResponse } from './rendered-integration.js';

export function renderLambdaIntegration(
  integration: LambdaIntegration,
  settings: GatewaySettings,
  route: Pick<RouteView, 'successStatus'>,
): RenderedIntegration {
  const { mode, streaming, credentials, timeout, requestTemplates, responses } = integration;
  const common = {
    type: mode === 'proxy' ? 'aws_proxy' : 'aws',
    // Lambda is invoked with POST, whatever the route's own method is.
    httpMethod: 'POST',
    uri: renderInvocationUri(integration.function, settings, streaming),
    ...defined({ credentials, timeoutInMillis: timeout }),
  };
  if (mode === 'proxy') return streaming ? { ...common, responseTransferMode: 'STREAM' } : common;
  return {
    ...common,
    // With templates nothing else may pass; without them the caller's JSON is the event.
    passthroughBehavior: requestTemplates === undefined ? 'when_no_templates' : 'never',
    ...(requestTemplates === undefined ? {} : { requestTemplates }),
    ...(mode === 'async'
      ? {
          requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" },
          responses: { default: { statusCode: '202' } },
        }
      : { responses: renderResponses(responses ?? {}, route) }),
  };
}

function renderResponses(
  responses: NonNullable<LambdaIntegration['responses']>,
  route: Pick<RouteView, 'successStatus'>,
): Readonly<Record<string, RenderedResponse>> {
  const given = Object.entries(responses).map(([pattern, response]): [string, RenderedResponse] => [
    pattern,
    {
      // The raw error of a function holds its stack trace.
      ...(pattern === 'default' ? {} : { responseTemplates: { 'application/json': ERROR_MESSAGE } }),
      ...response,
      statusCode: String(response.statusCode),
    },
  ]);
  const statuses = given.map(([, { statusCode }]) => statusCode);
  const patterns = given.map(([pattern]) => pattern).filter((pattern) => pattern !== 'default');
  return Object.fromEntries([
    ...given,
    ...(responses['default'] ? [] : [['default', { statusCode: route.successStatus }] as const]),
    [
      otherThan(patterns),
      {
        // API Gateway keeps one answer for each status.
        statusCode: SERVER_ERRORS.find((status) => !statuses.includes(status)) ?? '500',
        responseTemplates: { 'application/json': INTERNAL_ERROR },
      },
    ],
  ]);
}

const SERVER_ERRORS = ['500', '502', '503', '504', '501', '505', '507', '508', '510', '511'];

/**
 * Any error message that no other pattern matches. Without it a function that fails would answer under `default`, as
 * a success; and which of two matching patterns wins is not defined.
 */
function otherThan(patterns: readonly string[]): string {
  const any = '[\\s\\S]+';
  return patterns.length === 0 ? any : `(?!(${patterns.join('|')})\\z)${any}`;
}

const ERROR_MESSAGE = '{"message":$input.json(\'$.errorMessage\')}';
const INTERNAL_ERROR = '{"message":"Internal server error"}';
