import { backendOf } from '../model/integrations/backend-of.js';
import type { GatewayModel } from '../model/gateway-model.js';
import type { Place, Route } from '../model/routes/route.js';
import { nameRoute, placeOf, type Finding, type Rule } from './rule.js';

/**
 * A greedy route gets every request that no other route fits exactly: another verb, another case, a slash at the end.
 * The application may know such a request for one of another route, which then runs behind the settings of the greedy one.
 */
export const catchAllBypass: Rule = {
  code: 'catch-all-bypass',
  severity: 'warning',
  *check(model) {
    for (const greedy of model.routes.filter(({ path }) => path.endsWith('+}'))) {
      const below = model.routes.filter((route) => route !== greedy && isBelow(route, greedy));
      yield* report(
        greedy,
        below.filter((route) => isOpened(route, greedy, model)),
        'also gets requests in another spelling (`HEAD`, another case, a slash at the end) that the application answers with',
        (its) => `but without ${its} authorizer or API key`,
        "Guard both in the same way. If the application itself checks the caller, add `@AwsIgnore('catch-all-bypass', '…')` or `forRoot({ ignore })`.",
      );
      if (greedy.responder?.kind === 'application') {
        yield* report(
          greedy,
          model.excluded.filter((route) => isBelow(route, greedy)).toSorted(byPath),
          'also gets the requests for',
          (its) => `although \`@AwsExclude\` keeps ${its === 'its' ? 'it' : 'them'} out of API Gateway`,
          "Serve fewer paths, or answer these with `@AwsMock({ status: 404 })` instead of `@AwsExclude()`. If they may be called, add `@AwsIgnore('catch-all-bypass', '…')` or `forRoot({ ignore })`.",
        );
      }
      if (greedy.cors) {
        yield* report(
          greedy,
          below.filter((route) => isAllowed(route, greedy) && isWithoutPreflight(route, model)),
          'answers the preflight of',
          (its) =>
            `although ${its === 'its' ? 'its path has' : 'their paths have'} no CORS policy: browsers then send the requests`,
          "Give that path a CORS policy, or none to both. If its requests may be sent, add `@AwsIgnore('catch-all-bypass', '…')` or `forRoot({ ignore })`.",
        );
      }
    }
  },
};

/** The order of registration means nothing here. */
function byPath(a: Place, b: Place): number {
  const [first, second] = [a, b].map(nameRoute) as [string, string];
  return first < second ? -1 : first > second ? 1 : 0;
}

function* report(
  greedy: Route,
  reached: readonly Place[],
  what: string,
  why: (its: string) => string,
  fix: string,
): Generator<Finding> {
  const [first, ...more] = reached;
  if (!first) return;
  const others =
    more.length === 0 ? '' : `, and ${more.length} more ${more.length === 1 ? 'route' : 'routes'}`;
  yield {
    at: placeOf(greedy),
    message: `this route ${what} ${nameRoute(first)}${others}, ${why(more.length === 0 ? 'its' : 'their')}`,
    fix,
  };
}

/** Whether a path fits what a greedy path takes. */
function isBelow({ path }: Pick<Place, 'path'>, greedy: Route): boolean {
  const segments = path.split('/');
  const before = greedy.path.split('/').slice(0, -1);
  return (
    segments.length > before.length &&
    segments[before.length] !== '' &&
    before.every((segment, index) => segment === segments[index] || segment.startsWith('{'))
  );
}

/** Whether the handler of a guarded route answers behind the greedy one, and no guard of Nest's stands there. */
function isOpened(route: Route, greedy: Route, { routing }: GatewayModel): boolean {
  const isGuarded =
    (route.authorizer && JSON.stringify(route.authorizer) !== JSON.stringify(greedy.authorizer)) ||
    (route.apiKey && !greedy.apiKey);
  if (!isGuarded || route.guards.length > 0 || !greedy.responder?.proxied || !route.responder?.proxied)
    return false;
  const verbs =
    greedy.method === 'any' ||
    greedy.method === route.method ||
    (greedy.method === 'head' && route.method === 'get');
  const first = routing === 'specificity' || route.order < greedy.order;
  const same =
    backendOf(route) === backendOf(greedy) ||
    (route.responder.kind === 'application' && greedy.responder.kind === 'application');
  return verbs && first && same;
}

/** Whether the preflight of the greedy path allows the verb of a route. */
function isAllowed({ method }: Route, { method: ofGreedy, cors }: Route): boolean {
  const allowed = cors?.allowMethods ?? [ofGreedy.toUpperCase()];
  return method === 'any' || ['ANY', '*', method.toUpperCase()].some((one) => allowed.includes(one));
}

function isWithoutPreflight(route: Route, { paths }: GatewayModel): boolean {
  const path = paths.find(({ routes }) => routes.includes(route));
  return (
    path !== undefined &&
    !path.cors &&
    path.routes.every(({ method }) => method !== 'options' && method !== 'any')
  );
}
