import type { DiagnosticPlace } from '../../../../diagnostics/diagnostic.js';
import type { GatewayModel, Route } from '../../../../model/gateway-model.js';
import { isProxied } from '../../../../model/is-proxied.js';
import { policyPlace } from './policy-place.js';
import { reachesApplication } from '../../../../model/reaches-application.js';
import { nameRoute, placeOf, type Rule } from '../../../../rules/rule.js';

const code = 'proxy-without-cors-headers';

/**
 * API Gateway cannot add headers to what it passes on. Told once where the policy is said, not at each route.
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
      // A route that says why it is no fault there does not speak for the others of its policy.
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
        message: `API Gateway cannot add the headers of this CORS policy to what a function or a backend answers by proxy: ${which}`,
        fix: 'Answer them in the code behind it: in Nest by `app.enableCors(…)`, in main.ts and in `configure` of `runApigen`. Where other code does, keep this silent with `@AwsIgnore` or `ignore`, and say so.',
      };
    }
  },
};

function needsHeaders(route: Route, { applicationCors }: GatewayModel): boolean {
  const { cors, integration, method } = route;
  if (!cors || !integration || !isProxied(integration) || method === 'options') return false;
  return !(applicationCors && reachesApplication(route));
}

function isIgnored(route: Route, { ignores }: GatewayModel): boolean {
  return route.ignores.some((index) => ignores[index]!.code === code);
}
