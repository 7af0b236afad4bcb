import type { Route } from '../model/routes/route.js';
import { formatDeployValue } from '../values/deploy-value.js';
import { nameRoute, placeOf, type Rule } from './rule.js';

/** API Gateway identifies an authorizer by its name: it keeps only one of two with the same name. */
export const authorizerNameReused: Rule = {
  code: 'authorizer-name-reused',
  severity: 'error',
  final: true,
  *check({ authorizers, routes }) {
    const first = new Map<string, Route>();
    const seen = new Set<number>();
    // By the order of the routes: that of the authorizers changes with the order of the controllers.
    for (const route of routes) {
      const index = route.authorizer?.index;
      if (index === undefined || seen.has(index)) continue;
      seen.add(index);
      const name = formatDeployValue(authorizers[index]!.name);
      const known = first.get(name);
      if (!known) {
        first.set(name, route);
        continue;
      }
      yield {
        at: placeOf(route),
        message: `the authorizer \`${name}\` has the same name as a different authorizer on ${nameRoute(known)}`,
        fix: 'Use the same authorizer object for both routes, or give each authorizer its own `name`.',
      };
    }
  },
};
