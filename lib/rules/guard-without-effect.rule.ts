import { createHandlerReader } from '../model/handler-runs.js';
import { handlersOf } from '../model/documents/view-route.js';
import { listNames, whyNotRun } from './not-run.js';
import { placeOf, type Rule } from './rule.js';

/**
 * An authorizer decides who the caller is. What a guard decides beyond that, such as roles, is lost where the handler
 * does not run. The guard of a handler was meant for this route: only an author can say that the authorizer does its work.
 */
export const guardWithoutEffect: Rule = {
  code: 'guard-without-effect',
  severity: 'error',
  *check(model) {
    const runs = createHandlerReader(model);
    for (const route of model.routes.flatMap(handlersOf)) {
      const certain = runs(route);
      const { guards, origins } = route;
      if (certain === 'may' || guards.length === 0) continue;
      if (origins.authorizer.level === 'default' || route.public) continue;
      const meant = guards.some(({ level }) => level === 'handler');
      yield {
        at: placeOf(route),
        ...(certain === 'never' && meant ? {} : { severity: 'warning' }),
        message: `${listNames(guards)} ${whyNotRun(certain, guards)}, and an authorizer does not replace a guard`,
        fix: "Check the same in the authorizer, with its scopes or in the function, and remove the guard. Otherwise add `@AwsIgnore('guard-without-effect', 'who checks it instead')`.",
      };
    }
  },
};
