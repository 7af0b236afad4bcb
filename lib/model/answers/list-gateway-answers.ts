import type { AwsGatewayId, AwsGatewayResponseType } from '../../aws-gateway.options.js';
import { calledFunction } from '../authorizers/called-function.js';
import { AUTHORIZER_KINDS } from '../authorizers/authorizer-kinds.js';
import type { GatewayModel } from '../gateway-model.js';
import type { Route } from '../routes/route.js';
import { DEFAULT_TIMEOUTS } from '../integrations/timeout-of.js';

/** An answer that the gateway makes itself. */
export interface GatewayAnswer {
  /** What it means to HTTP. */
  readonly kind: 400 | 401 | 403 | 413 | 429 | 500 | 502 | 503 | 504;
  /** What the caller gets: gateway responses may have statuses of their own. */
  readonly status: number;
  readonly when: string;
}

type Asked = Pick<GatewayModel, 'authorizers' | 'settings'>;

/** The answers to calls of a route that the gateway makes itself, without the handler, the service or the backend. */
export function listGatewayAnswers(route: Route, model: Asked): readonly GatewayAnswer[] {
  return LISTS[model.settings.gateway](route, model);
}

/** A gateway that is missing here does not compile. */
const LISTS: Readonly<Record<AwsGatewayId, (route: Route, model: Asked) => readonly GatewayAnswer[]>> = {
  'rest-api': listOfRestApi,
  'http-api': listOfHttpApi,
  kong: listOfKong,
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
function listOfRestApi(route: Route, { authorizers, settings }: Asked): readonly GatewayAnswer[] {
  const { validation, apiKey, responder, timeout } = route;
  const { checks, callsAuthorizer, scopes } = readGuard(route, authorizers);
  const own = (
    type: AwsGatewayResponseType,
    usual: GatewayAnswer['kind'],
    when: string,
    given: boolean,
  ): readonly GatewayAnswer[] => {
    const { [type]: exact, [usual < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX']: all } =
      settings.gatewayResponses ?? {};
    return answer(usual, when, given, Number((exact ?? all)?.statusCode ?? usual));
  };
  return [
    ...own(
      'BAD_REQUEST_BODY',
      400,
      `the request is invalid (validation: ${validation})`,
      validation !== 'none',
    ),
    ...own(
      'UNAUTHORIZED',
      401,
      'the caller has no identity that the authorizer accepts',
      checks?.readsIdentity === true,
    ),
    ...own(
      'UNAUTHORIZED',
      401,
      `the token has none of the scopes ${scopes.join(', ')}`,
      scopes.length > 0 && checks?.checksScopes === true,
    ),
    ...own('ACCESS_DENIED', 403, 'the authorizer denies the request', checks?.checksScopes === false),
    ...own('INVALID_API_KEY', 403, 'the API key is missing or unknown', apiKey),
    ...own(
      'ACCESS_DENIED',
      403,
      'the resource policy of the API denies the request',
      settings.policy !== undefined,
    ),
    // No gateway response changes it.
    ...answer(413, 'the request is larger than 10 MB', takesBody(route)),
    ...own('THROTTLED', 429, 'there are too many requests', true),
    ...own('AUTHORIZER_FAILURE', 500, 'the function of the authorizer fails', callsAuthorizer),
    ...own('DEFAULT_5XX', 502, 'the result of the function has the wrong format', callsFunction(route)),
    ...own(
      'INTEGRATION_TIMEOUT',
      504,
      `the integration does not answer within ${timeout ?? DEFAULT_TIMEOUTS['rest-api']} ms`,
      responder !== undefined && responder.kind !== 'gateway',
    ),
  ];
}

/**
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-lambda.html
 */
function listOfHttpApi(route: Route, { authorizers }: Asked): readonly GatewayAnswer[] {
  const { checks, callsAuthorizer, scopes } = readGuard(route, authorizers);
  const isToken = checks?.checksScopes === true;
  return [
    ...answer(401, 'the token is missing, not valid or expired', isToken),
    ...answer(401, 'the request lacks what the authorizer reads', callsAuthorizer),
    ...answer(403, `the token has none of the scopes ${scopes.join(', ')}`, isToken && scopes.length > 0),
    ...answer(403, 'the authorizer denies the request', checks?.checksScopes === false),
    ...answer(413, 'the request is larger than 10 MB', takesBody(route)),
    ...answer(429, 'there are too many requests', true),
    ...answer(500, 'the function of the authorizer fails', callsAuthorizer),
    ...answer(500, 'the function fails, or its result has the wrong format', callsFunction(route)),
    ...answer(
      503,
      `the integration cannot be reached, or does not answer within ${route.timeout ?? DEFAULT_TIMEOUTS['http-api']} ms`,
      route.responder !== undefined,
    ),
  ];
}

function listOfKong({ integration, authorizer, apiKey }: Route): readonly GatewayAnswer[] {
  const isGuarded = authorizer !== undefined || apiKey;
  const isFunction = integration?.kind === 'lambda';
  const isBackend = integration?.kind === 'http';
  return [
    ...answer(401, 'the credential is missing or invalid', isGuarded),
    ...answer(403, 'the credential is not one of this API, or has no scope of the route', isGuarded),
    ...answer(500, 'the call of the function fails', isFunction),
    ...answer(502, 'the result of the function has the wrong format', isFunction),
    ...answer(502, 'the backend cannot be reached', isBackend),
    ...answer(503, 'the name of the backend has no address', isBackend),
    ...answer(504, 'the backend does not answer in time', isBackend),
  ];
}

function readGuard({ authorizer }: Route, authorizers: Asked['authorizers']) {
  const guard = authorizer && authorizers[authorizer.index];
  return {
    checks: guard && AUTHORIZER_KINDS[guard.kind],
    callsAuthorizer: guard !== undefined && calledFunction(guard) !== undefined,
    scopes: authorizer?.scopes ?? [],
  };
}

/** Whether callers send bodies to it. */
export function takesBody({ method }: Pick<Route, 'method'>): boolean {
  return ['any', 'post', 'put', 'patch'].includes(method);
}

/** Whether the result of a function is the answer. */
function callsFunction({ integration, responder }: Route): boolean {
  if (integration?.kind === 'lambda') return integration.mode === 'proxy';
  return integration?.kind === 'raw' && responder?.kind === 'function' && responder.proxied;
}

function answer(
  kind: GatewayAnswer['kind'],
  when: string,
  given: boolean,
  status: number = kind,
): readonly GatewayAnswer[] {
  return given ? [{ kind, status, when }] : [];
}
