import type { GatewayModel } from '../model/gateway-model.js';
import type { Route } from '../model/routes/route.js';
import { listNeededHeaders } from '../model/headers/list-needed-headers.js';
import { nameRoute, type Rule } from './rule.js';

/** `enableCors` of NestJS answers preflights, but no gateway passes a preflight to it without a route for OPTIONS. */
export const corsWithoutPreflight: Rule = {
  code: 'cors-without-preflight',
  severity: 'warning',
  *check(model) {
    const { applicationCors, paths } = model;
    // If the origins are known, the policy follows from them.
    if (!applicationCors || applicationCors.allowOrigins) return;
    const unreached = paths.flatMap(({ routes }) =>
      passesPreflight(routes) ? [] : routes.filter((route) => needsPreflight(route, model)),
    );
    if (unreached.length === 0) return;
    const first = nameRoute(unreached[0]!);
    const which = unreached.length === 1 ? first : `${unreached.length} routes, the first ${first}`;
    yield {
      at: {},
      message: `the application calls \`enableCors\` with an origin that is not known here (a function, a pattern, \`true\` or no value): no preflight reaches it for ${which}`,
      fix: 'Set `forRoot({ cors: { allowOrigins: […] } })`, or pass a list of origins to `enableCors`. If no browser calls the API, set `forRoot({ cors: false })`.',
    };
  },
};

/** OPTIONS has a route, or an open route answers every verb. */
function passesPreflight(routes: readonly Route[]): boolean {
  return routes.some(
    ({ method, authorizer, apiKey }) => method === 'options' || (method === 'any' && !authorizer && !apiKey),
  );
}

/** A browser sends a preflight before anything but a GET with plain headers. With `cors: false` the author has decided. */
function needsPreflight(route: Route, model: GatewayModel): boolean {
  const { method, authorizer, apiKey, origins, responder } = route;
  const plain =
    ['get', 'head'].includes(method) &&
    !authorizer &&
    !apiKey &&
    listNeededHeaders(route, model).every((name) => name === 'Cookie');
  return !plain && origins.cors.level === 'default' && responder?.kind === 'application';
}
