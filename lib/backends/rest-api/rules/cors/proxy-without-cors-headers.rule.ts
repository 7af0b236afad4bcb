import type { DiagnosticPlace } from '../../../../diagnostics/diagnostic.js';
import type { GatewayModel } from '../../../../model/gateway-model.js';
import type { Route } from '../../../../model/routes/route.js';
import { policyPlace } from '../../../../rules/policy-place.js';
import { nameRoute, placeOf, type Rule } from '../../../../rules/rule.js';

const code = 'proxy-without-cors-headers';

/**
 * API Gateway cannot add headers to a proxy response. Reported once where the policy is declared, not for each route.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
export const proxyWithoutCorsHeaders: Rule = {
  code,
  severity: 'warning',
  *check(model) {
    const places = new Map<string, { readonly at: DiagnosticPlace; readonly routes: Route[] }>();
    for (const route of model.routes) {
      if (!needsHeaders(route, model)) continue;
      // An ignore on one route does not count for the other routes of the policy.
      const at = isIgnored(route, model) ? placeOf(route) : policyPlace(route);
      const key = JSON.stringify(at);
      const known = places.get(key);
      if (known) known.routes.push(route);
      else places.set(key, { at, routes: [route] });
    }
    for (const { at, routes } of places.values()) {
      const first = nameRoute(routes[0]!);
      const which = routes.length === 1 ? first : `${routes.length} routes, the first ${first}`;
      yield {
        at,
        message: `API Gateway cannot add the headers of this CORS policy to the responses of a proxy integration: ${which}`,
        fix: "Return the headers in the backend. In NestJS call `app.enableCors(…)` in `main.ts` and in `configure` of `runApigen`. If other code returns them, add `@AwsIgnore('proxy-without-cors-headers', '…')`.",
      };
    }
  },
};

function needsHeaders(route: Route, { applicationCors }: GatewayModel): boolean {
  const { cors, responder, method } = route;
  if (!cors || !responder?.proxied || method === 'options') return false;
  return !(applicationCors && responder.kind === 'application');
}

function isIgnored(route: Route, { ignores }: GatewayModel): boolean {
  return route.ignores.some((index) => ignores[index]!.code === code);
}
