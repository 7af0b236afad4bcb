import type { AwsGatewayId } from '../../aws-gateway.options.js';
import type { GatewayModel, Route } from '../../model/gateway-model.js';
import { AUTHORIZER_KINDS } from '../../model/authorizer-kinds.js';
import { DEFAULT_TIMEOUTS } from '../../model/timeout-of.js';
import { isObject, type JsonObject } from '../../openapi/openapi.js';
import type { Answer } from './answer.js';
import { listKongAnswers } from './list-kong-answers.js';

/** What the answers of a route depend on. */
interface Asked {
  readonly route: Route;
  readonly authorizers: GatewayModel['authorizers'];
  /** As in the private document; the route itself in the file for Kong. */
  readonly integration: JsonObject | undefined;
  /** Milliseconds. */
  readonly timeout: number;
}

/** The responses of a route: those of its integration, and those that the gateway generates. */
export function listAnswers(
  route: Route,
  { authorizers, settings: { gateway } }: Pick<GatewayModel, 'authorizers' | 'settings'>,
  integration: JsonObject | undefined,
): readonly Answer[] {
  const timeout = route.timeout ?? DEFAULT_TIMEOUTS[gateway];
  return ANSWERS[gateway]({ route, authorizers, integration, timeout });
}

/** A gateway that is missing here does not compile. */
const ANSWERS: Readonly<Record<AwsGatewayId, (asked: Asked) => readonly Answer[]>> = {
  'rest-api': (asked) => [...listMapped(asked), ...listOfRestApi(asked)],
  'http-api': (asked) => [...listMapped(asked), ...listOfHttpApi(asked)],
  kong: ({ route, integration }) => listKongAnswers(route, integration),
};

function listMapped({ integration }: Asked): readonly Answer[] {
  if (!integration) return [];
  const type = String(integration['type']).toLowerCase();
  if (type.endsWith('_proxy')) {
    const who =
      integration['integrationSubtype'] !== undefined
        ? 'service'
        : type === 'aws_proxy'
          ? 'function'
          : 'backend';
    return [{ status: '*', from: 'integration', when: `the ${who} chooses the status` }];
  }
  const responses = isObject(integration['responses']) ? integration['responses'] : {};
  return Object.entries(responses).map(([pattern, response]) => ({
    status: isObject(response) ? String(response['statusCode']) : '-',
    from: 'integration',
    when: pattern === 'default' ? 'no other pattern matches' : `the result matches ${pattern}`,
  }));
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
function listOfRestApi({ route, authorizers, integration, timeout }: Asked): readonly Answer[] {
  const { validation, authorizer, apiKey } = route;
  const kind = authorizer && authorizers[authorizer.index]?.kind;
  const type = String(integration?.['type']).toLowerCase();
  return [
    ...own('400', `the request is invalid (validation: ${validation})`, validation !== 'none'),
    ...own(
      '401',
      'the caller has no identity that the authorizer accepts',
      kind !== undefined && AUTHORIZER_KINDS[kind].readsIdentity,
    ),
    ...own('403', 'the authorizer denies the request', kind !== undefined),
    ...own('403', 'the API key is missing or unknown', apiKey),
    ...own('429', 'there are too many requests', true),
    ...own('502', 'the result of the function has the wrong format', type === 'aws_proxy'),
    ...own('504', `the integration does not answer within ${timeout} ms`, type !== 'mock'),
  ];
}

/**
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-lambda.html
 */
function listOfHttpApi({ route, authorizers, integration, timeout }: Asked): readonly Answer[] {
  const { authorizer } = route;
  const kind = authorizer && authorizers[authorizer.index]?.kind;
  const isToken = kind !== undefined && AUTHORIZER_KINDS[kind].checksScopes;
  const scopes = authorizer?.scopes ?? [];
  const isFunction =
    String(integration?.['type']).toLowerCase() === 'aws_proxy' &&
    integration?.['integrationSubtype'] === undefined;
  return [
    ...own('401', 'the token is missing, not valid or expired', isToken),
    ...own('401', 'the request lacks what the authorizer reads', kind === 'lambda'),
    ...own('403', `the token has none of the scopes ${scopes.join(', ')}`, isToken && scopes.length > 0),
    ...own('403', 'the authorizer denies the request', kind !== undefined && !isToken),
    ...own('429', 'there are too many requests', true),
    ...own('500', 'the function of the authorizer fails', kind === 'lambda'),
    ...own('500', 'the function fails, or its result has the wrong format', isFunction),
    ...own(
      '503',
      `the integration cannot be reached, or does not answer within ${timeout} ms`,
      integration !== undefined,
    ),
  ];
}

function own(status: string, when: string, given: boolean): readonly Answer[] {
  return given ? [{ status, from: 'API Gateway', when }] : [];
}
