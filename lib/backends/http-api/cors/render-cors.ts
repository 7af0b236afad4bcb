import { groupBy } from '../../../diagnostics/group-by.js';
import type { Cors } from '../../../model/cors/cors.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import type { Route } from '../../../model/routes/route.js';
import { listCorsHeaders } from '../../../model/headers/list-cors-headers.js';
import type { Inexpressible } from '../../../rules/gateway/not-expressible.rule.js';
import { nameRoute } from '../../../rules/rule.js';
import type { DeployMembers } from '../../../values/deploy-tree.js';
import { formatDeployValue, mapDeployText } from '../../../values/deploy-value.js';

export interface RenderedCors {
  /** Absent: no route has a policy. */
  readonly cors?: DeployMembers;
  readonly inexpressible: readonly Inexpressible[];
}

/**
 * The policy of the whole API: it answers every preflight itself, and replaces the CORS headers of its backends.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export function renderCors(model: GatewayModel, served: readonly Route[]): RenderedCors {
  const routes = served.filter(({ method }) => method !== 'options');
  const handlers = served.filter(({ method }) => method === 'options');
  const byPolicy = groupBy(routes, ({ cors }) => JSON.stringify(cors));
  // The policy of most routes, so that few are left out.
  const [agreed] = [...byPolicy.values()]
    .filter(([route]) => route!.cors !== undefined)
    .toSorted((a, b) => b.length - a.length);
  const first = agreed?.[0];
  if (!first?.cors) return { inexpressible: [] };
  return {
    cors: renderPolicy(first.cors, routes, model),
    inexpressible: [
      ...[...byPolicy.values()]
        .filter((others) => others !== agreed)
        .map((others) => refuseOthers(others, first)),
      ...refuseParts(first.cors, first),
      ...(handlers.length > 0 ? [{ ...HANDLER, routes: handlers }] : []),
    ],
  };
}

const HANDLER = {
  what: 'an OPTIONS handler that answers preflights',
  why: 'with a CORS policy API Gateway answers all preflights itself, so the handler gets other OPTIONS requests only',
  fix: 'Remove the handler, or set what it allows in `forRoot({ cors })`.',
  severity: 'warning',
} as const;

function renderPolicy(cors: Cors, routes: readonly Route[], model: GatewayModel): DeployMembers {
  const { allowOrigins, originList, exposeHeaders, allowCredentials, maxAge } = cors;
  const items = allowCredentials ? 'origin_items_exact' : 'origin_items';
  return {
    allowOrigins: originList ? [mapDeployText(originList, (text) => text, items)] : allowOrigins,
    allowMethods: cors.allowMethods ?? listMethods(routes),
    // With credentials browsers take `*` for a name.
    allowHeaders:
      cors.allowHeaders ?? (cors.anyHeader && !allowCredentials ? ['*'] : listCorsHeaders(routes, model)),
    ...(exposeHeaders === undefined ? {} : { exposeHeaders }),
    ...(allowCredentials ? { allowCredentials } : {}),
    ...(maxAge === undefined ? {} : { maxAge }),
  };
}

const ANY_METHOD = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

function listMethods(routes: readonly Route[]): readonly string[] {
  const methods = routes.flatMap(({ method }) => (method === 'any' ? ANY_METHOD : [method.toUpperCase()]));
  return [...new Set([...methods, 'OPTIONS'])].toSorted();
}

function refuseOthers(routes: readonly Route[], first: Route): Inexpressible {
  return {
    what: `a CORS policy that differs from that of ${nameRoute(first)}`,
    why: 'an HTTP API has one policy for all routes',
    fix: 'Set `forRoot({ cors })`, and remove `@AwsCors` from classes and handlers.',
    routes,
  };
}

/** Whole origins, `*`, and all origins of a scheme. */
function refuseParts(
  { allowOrigins, anyHeader, allowCredentials }: Cors,
  first: Route,
): readonly Inexpressible[] {
  const partial = allowOrigins
    .map(formatDeployValue)
    .filter((origin) => origin.includes('*') && !/^(\*|https?:\/\/\*)$/.test(origin));
  return [
    ...partial.map((origin) => ({
      what: `the origin \`${origin}\``,
      why: 'an HTTP API compares whole origins',
      fix: 'List each origin in `allowOrigins`.',
      routes: [first],
    })),
    // Only a policy that follows from `enableCors` is for any header.
    ...(anyHeader && allowCredentials
      ? [
          {
            what: '`credentials` of `enableCors` without `allowedHeaders`, which allows every header',
            why: 'an HTTP API answers with a list of headers; those that the routes document are in it',
            fix: 'List the headers in `allowedHeaders`.',
            severity: 'warning' as const,
            routes: [first],
          },
        ]
      : []),
  ];
}
