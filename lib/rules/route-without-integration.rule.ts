import { placeOf, type Rule } from './rule.js';

/** API Gateway refuses to deploy a method without an integration. */
export const routeWithoutIntegration: Rule = {
  code: 'route-without-integration',
  severity: 'error',
  final: true,
  *check({ routes }) {
    for (const route of routes) {
      if (route.hasIntegration) continue;
      yield {
        at: placeOf(route),
        message: 'no integration says what answers this route',
        fix: 'Add `@AwsLambda`, `@AwsHttp`, `@AwsMock` or `@AwsIntegration` to the handler or its class, set `integration` in `AwsGatewayModule.forRoot`, or leave the route out with `@AwsExclude()`.',
      };
    }
  },
};
