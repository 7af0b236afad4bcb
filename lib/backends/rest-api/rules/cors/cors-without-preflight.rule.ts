import type { Route } from '../../../../model/gateway-model.js';
import { reachesApplication } from '../../../../model/reaches-application.js';
import { nameRoute, type Rule } from '../../../../rules/rule.js';

/** Nest's `enableCors` answers preflights too, but behind API Gateway it never sees one without a route for it. */
export const corsWithoutPreflight: Rule = {
  code: 'cors-without-preflight',
  severity: 'warning',
  *check({ applicationCors, paths }) {
    // Where the origins are known, the policy follows from them.
    if (!applicationCors || applicationCors.allowOrigins) return;
    const unreached = paths.flatMap(({ routes }) =>
      passesPreflight(routes) ? [] : routes.filter(needsPreflight),
    );
    if (unreached.length === 0) return;
    const first = nameRoute(unreached[0]!);
    const which = unreached.length === 1 ? first : `${unreached.length} routes, the first ${first}`;
    yield {
      at: {},
      message: `the application answers CORS itself, but a function, a pattern or an echo decides the origins of \`enableCors\`, so that no preflight follows from it for ${which}`,
      fix: 'Set `cors` in `AwsGatewayModule.forRoot`, so that API Gateway answers preflights; give `enableCors` a list of origins, from which the same follows; or set `cors: false` where no browser calls.',
    };
  },
};

/** OPTIONS has a route, or is one of the verbs of an open one. */
function passesPreflight(routes: readonly Route[]): boolean {
  return routes.some(
    ({ method, authorizer, apiKey }) => method === 'options' || (method === 'any' && !authorizer && !apiKey),
  );
}

/** A browser asks before it sends anything but a plain GET. Who said `cors: false` has thought of it. */
function needsPreflight(route: Route): boolean {
  const { method, authorizer, apiKey, origins } = route;
  const plain = ['get', 'head'].includes(method) && !authorizer && !apiKey;
  return !plain && origins.cors.level === 'default' && reachesApplication(route);
}
