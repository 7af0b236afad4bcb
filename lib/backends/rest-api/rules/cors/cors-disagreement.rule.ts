import type { Cors } from '../../../../model/cors/cors.js';
import type { RestApi } from '../../rest-api-output.js';
import { nameRoute, placeOf, type Rule } from '../../../../rules/rule.js';

/** API Gateway answers a preflight for the whole path, so the routes of a path need the same policy. */
export const corsDisagreement: Rule<RestApi> = {
  code: 'cors-disagreement',
  severity: 'error',
  *check(_, { resources }) {
    for (const { routes } of resources) {
      const [first, ...others] = routes.filter(({ method }) => method !== 'options');
      for (const route of others) {
        if (describe(route.cors) === describe(first!.cors)) continue;
        yield {
          at: placeOf(route),
          message: `this route and ${nameRoute(first!)} have different CORS policies, but API Gateway answers one preflight for the path`,
          fix: 'Add `@AwsCors` to the class, or give both handlers the same options.',
        };
      }
    }
  },
};

function describe(cors: Cors | undefined): string {
  return JSON.stringify(cors) ?? 'none';
}
