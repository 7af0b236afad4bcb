import type { Route } from '../model/gateway-model.js';
import { handlersOf } from '../model/view-route.js';
import { placeOf, type Rule } from './rule.js';

/** Where API Gateway or a service answers a route, neither the handler nor its guards run. */
export const guardWithoutAuthorizer: Rule = {
  code: 'guard-without-authorizer',
  severity: 'error',
  *check({ routes }) {
    for (const route of routes.flatMap(handlersOf)) {
      if (route.responder?.kind !== 'gateway' && route.responder?.kind !== 'service') continue;
      if (route.origins.authorizer.level !== 'default' && !route.public) continue;
      const names = [...new Set(guardsThatCount(route).map(({ name }) => `\`${name}\``))];
      if (names.length === 0) continue;
      yield {
        at: placeOf(route),
        message: `${names.join(' and ')} ${names.length > 1 ? 'do' : 'does'} not run: the integration bypasses the application, and the route has no authorizer`,
        fix: 'Add `@AwsAuthorizer(…)`, or remove the guard and add `@AwsPublic()`.',
      };
    }
  },
};

/** `@AwsPublic` settles guards of the whole application. It contradicts a guard of the route or its class. */
function guardsThatCount({ guards, public: open }: Route): Route['guards'] {
  return open ? guards.filter(({ level }) => level !== 'global') : guards;
}
