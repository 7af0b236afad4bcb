import { placeOf, type Rule } from './rule.js';

/** API Gateway does not deploy a method without an integration. */
export const routeWithoutIntegration: Rule = {
  code: 'route-without-integration',
  severity: 'error',
  final: true,
  *check({ routes }) {
    for (const route of routes) {
      if (route.hasIntegration) continue;
      yield {
        at: placeOf(route),
        message: 'this route has no integration',
        fix: 'Add `@AwsLambda`, `@AwsHttp`, `@AwsMock` or `@AwsIntegration` to the handler or its class, set `forRoot({ integration })`, or exclude the route with `@AwsExclude()`.',
      };
    }
  },
};
