import type { GatewayModel, Route } from '../../model/gateway-model.js';
import { timeoutOf, DEFAULT_TIMEOUT } from '../../model/timeout-of.js';
import { isObject, type JsonObject } from '../../openapi/openapi.js';

/** What a caller may get. */
export interface Answer {
  /** `*`: whatever the function or backend answers. */
  readonly status: string;
  readonly from: 'integration' | 'API Gateway';
  readonly when: string;
}

/**
 * The answers of a route: those that its integration maps, and those that API Gateway makes by itself.
 *
 * @param integration as it stands in the private document
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
    return [{ status: '*', from: 'integration', when: `${who} answers for itself` }];
  }
  const responses = isObject(integration['responses']) ? integration['responses'] : {};
  return Object.entries(responses).map(([pattern, response]) => ({
    status: isObject(response) ? String(response['statusCode']) : '-',
    from: 'integration',
    when: pattern === 'default' ? 'nothing else fits' : `its answer matches ${pattern}`,
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
    ...own('400', `the request does not fit: validation is ${validation}`, validation !== 'none'),
    ...own(
      '401',
      'the caller shows no identity that the authorizer takes',
      kind !== undefined && kind !== 'iam',
    ),
    ...own('403', 'the authorizer denies the caller', kind !== undefined),
    ...own('403', 'the API key is missing or unknown', apiKey),
    ...own('429', 'there are too many requests', true),
    ...own('502', 'the function answers in another form than API Gateway expects', type === 'aws_proxy'),
    ...own('504', `nothing answers within ${timeoutOfRoute(route)} ms`, type !== 'mock'),
  ];
}

function own(status: string, when: string, given: boolean): readonly Answer[] {
  return given ? [{ status, from: 'API Gateway', when }] : [];
}

function timeoutOfRoute({ integration }: Route): number {
  return (integration && integration.kind !== 'mock' ? timeoutOf(integration) : undefined) ?? DEFAULT_TIMEOUT;
}
