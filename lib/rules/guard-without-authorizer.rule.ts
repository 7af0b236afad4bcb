import type { Route } from '../model/gateway-model.js';
import { bypassesApplication } from '../model/bypasses-application.js';
import { placeOf, type Rule } from './rule.js';

/** Where API Gateway answers a route itself, or with a service, the handler never runs, and its guards neither. */
export const guardWithoutAuthorizer: Rule = {
  code: 'guard-without-authorizer',
  severity: 'error',
  *check({ routes }) {
    for (const route of routes) {
      if (!route.integration || !bypassesApplication(route.integration)) continue;
      if (route.origins.authorizer.level !== 'default' && !route.public) continue;
      const names = [...new Set(guardsThatCount(route).map(({ name }) => `\`${name}\``))];
      if (names.length === 0) continue;
      yield {
        at: placeOf(route),
        message: `${names.join(' and ')} will not be there: the integration passes the application by, so no guard of Nest's runs, and no authorizer stands in its place`,
        fix: 'Add `@AwsAuthorizer(…)`, or take the guard away and say `@AwsPublic()`.',
      };
    }
  },
};

/** `@AwsPublic` is the answer to guards of the whole application; beside a guard of the route's own it contradicts it. */
function guardsThatCount({ guards, public: open }: Route): Route['guards'] {
  return open ? guards.filter(({ level }) => level !== 'global') : guards;
}
