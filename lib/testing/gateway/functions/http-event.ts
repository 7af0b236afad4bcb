import { mapValues } from '../../../values/map-values.js';
import type { GatewayCall } from '../local-gateway-ports.js';
import { joinLines } from '../header-names.js';
import { listRequirements } from '../authorizers/requirements.js';
import { encodeBody } from './proxy-event.js';
import { decodePart } from '../decode-part.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * The event of an HTTP API in format 2.0. What is not there is left out.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function httpEvent(call: GatewayCall): Json {
  const { view, rawQuery } = call;
  const { params, all, stageVariables } = view;
  const { cookie, ...headers } = joinHeaders(all.header);
  const body = encodeBody(call);
  const routeKey = nameRoute(call);
  return {
    version: '2.0',
    routeKey,
    rawPath: fullPath(call),
    rawQueryString: rawQuery,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers,
    ...unlessEmpty('queryStringParameters', joinValues(all.querystring)),
    requestContext: describeContext(call, routeKey),
    ...(body === undefined ? {} : { body: body.text }),
    ...unlessEmpty('pathParameters', mapValues(params.path, decodePart)),
    isBase64Encoded: body?.isBase64 ?? false,
    ...unlessEmpty('stageVariables', stageVariables),
  };
}

/** `$default`, or method and path as the route has them. */
function nameRoute({ route }: GatewayCall): string {
  if (/^\/?\$default$/.test(route.path)) return '$default';
  const { document, operation } = route;
  const isOwn = document.paths[route.path]?.[route.method.toLowerCase()] === operation;
  const method = isOwn ? route.method : 'ANY';
  return `${method} ${route.path}`;
}

/** The decoded path; with the stage, unless it is `$default`. */
function fullPath({ rawPath, view }: GatewayCall): string {
  const stage = String(view.context['stage']);
  return `${stage === '$default' ? '' : `/${stage}`}${decodePart(rawPath)}`;
}

function describeContext(call: GatewayCall, routeKey: string): Json {
  const { route, view } = call;
  const { context } = view;
  const identity = (context['identity'] ?? {}) as Json;
  const authorizer = describeAuthorizer(call);
  return {
    accountId: context['accountId'],
    apiId: context['apiId'],
    ...(authorizer === undefined ? {} : { authorizer }),
    domainName: context['domainName'],
    domainPrefix: context['domainPrefix'],
    http: {
      method: route.method,
      path: fullPath(call),
      protocol: context['protocol'],
      sourceIp: identity['sourceIp'],
      userAgent: identity['userAgent'],
    },
    requestId: context['requestId'],
    routeKey,
    stage: context['stage'],
    time: context['requestTime'],
    timeEpoch: context['requestTimeEpoch'],
  };
}

/** What the authorizer let through, under the kind of the authorizer. */
function describeAuthorizer({ route, view }: GatewayCall): Json | undefined {
  const { authorizer, identity = {} } = view.context as {
    readonly authorizer?: Json;
    readonly identity?: Json;
  };
  const { guard } = listRequirements(route);
  if (guard?.kind === 'iam') {
    const { accessKey, accountId, caller, principalOrgId, userArn, user } = identity;
    return {
      iam: {
        accessKey,
        accountId,
        callerId: caller,
        cognitoIdentity: null,
        principalOrgId: principalOrgId ?? null,
        userArn,
        userId: user,
      },
    };
  }
  if (authorizer === undefined) return undefined;
  return guard?.kind === 'jwt' ? { jwt: authorizer } : { lambda: authorizer };
}

/** Names in lower case, lines of one name joined. */
function joinHeaders(
  lists: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, string>> & { readonly cookie?: string } {
  return Object.fromEntries(
    Object.entries(joinLines(lists)).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

function joinValues(lists: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> {
  return mapValues(lists, (values) => values.join(','));
}

function unlessEmpty(name: string, values: object): Json {
  return Object.keys(values).length === 0 ? {} : { [name]: values };
}
