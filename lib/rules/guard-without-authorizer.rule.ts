import { createHandlerReader } from '../model/handler-runs.js';
import type { Route } from '../model/routes/route.js';
import { handlersOf } from '../model/documents/view-route.js';
import { listNames, whyNotRun } from './not-run.js';
import { placeOf, type Rule } from './rule.js';

/** Where API Gateway or a service answers a route, neither the handler nor its guards run. */
export const guardWithoutAuthorizer: Rule = {
  code: 'guard-without-authorizer',
  severity: 'error',
  *check(model) {
    const runs = createHandlerReader(model);
    for (const route of model.routes.flatMap(handlersOf)) {
      const certain = runs(route);
      if (certain === 'may' || (route.origins.authorizer.level !== 'default' && !route.public)) continue;
      const guards = guardsThatCount(route);
      if (guards.length === 0) continue;
      yield {
        at: placeOf(route),
        ...(certain === 'never' ? {} : { severity: 'warning' }),
        message: `${listNames(guards)} ${whyNotRun(certain, guards)}, and the route has no authorizer`,
        fix:
          certain === 'never'
            ? 'Add `@AwsAuthorizer(…)`, or remove the guard and add `@AwsPublic()`.'
            : "Add `@AwsAuthorizer(…)`. If the function runs this application, add `@AwsIgnore('guard-without-authorizer', 'the function runs NestJS')`.",
      };
    }
  },
};

/** `@AwsPublic` settles guards of the whole application. It contradicts a guard of the route or its class. */
function guardsThatCount({ guards, public: open }: Route): Route['guards'] {
  return open ? guards.filter(({ level }) => level !== 'global') : guards;
}
