import type { GatewayModel, Route } from '../../model/gateway-model.js';
import { timeoutOf, DEFAULT_TIMEOUT } from '../../model/timeout-of.js';
import { isObject, type JsonObject } from '../../openapi/openapi.js';

/** A possible response. */
export interface Answer {
  /** `*`: any status of the function or backend. */
  readonly status: string;
  readonly from: 'integration' | 'API Gateway' | 'Kong';
  readonly when: string;
}

/**
 * The responses of a route: those of its integration, and those that API Gateway generates.
 *
 * @param integration as in the private document
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export function listAnswers(
  route: Route,
  authorizers: GatewayModel['authorizers'],
  integration: JsonObject | undefined,
): readonly Answer[] {
  return [...listMapped(integration), ...listOwn(route, authorizers, integration)];
}

function listMapped(integration: JsonObject | undefined): readonly Answer[] {
  if (!integration) return [];
  const type = String(integration['type']).toLowerCase();
  if (type.endsWith('_proxy')) {
    const who = type === 'aws_proxy' ? 'the function' : 'the backend';
    return [{ status: '*', from: 'integration', when: `${who} chooses the status` }];
  }
  const responses = isObject(integration['responses']) ? integration['responses'] : {};
  return Object.entries(responses).map(([pattern, response]) => ({
    status: isObject(response) ? String(response['statusCode']) : '-',
    from: 'integration',
    when: pattern === 'default' ? 'no other pattern matches' : `the result matches ${pattern}`,
  }));
}

function listOwn(
  route: Route,
  authorizers: GatewayModel['authorizers'],
  integration: JsonObject | undefined,
): readonly Answer[] {
  const { validation, authorizer, apiKey } = route;
  const kind = authorizer && authorizers[authorizer.index]?.kind;
  const type = String(integration?.['type']).toLowerCase();
  return [
    ...own('400', `the request is invalid (validation: ${validation})`, validation !== 'none'),
    ...own(
      '401',
      'the caller has no identity that the authorizer accepts',
      kind !== undefined && kind !== 'iam',
    ),
    ...own('403', 'the authorizer denies the request', kind !== undefined),
    ...own('403', 'the API key is missing or unknown', apiKey),
    ...own('429', 'there are too many requests', true),
    ...own('502', 'the result of the function has the wrong format', type === 'aws_proxy'),
    ...own('504', `the integration does not answer within ${timeoutOfRoute(route)} ms`, type !== 'mock'),
  ];
}

function own(status: string, when: string, given: boolean): readonly Answer[] {
  return given ? [{ status, from: 'API Gateway', when }] : [];
}

function timeoutOfRoute({ integration }: Route): number {
  return (integration && integration.kind !== 'mock' ? timeoutOf(integration) : undefined) ?? DEFAULT_TIMEOUT;
}
