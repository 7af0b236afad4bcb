import { placeOf, type Rule } from './rule.js';

/** With `requireAuthorizer` an open route says that it is meant to be open. */
export const routeWithoutAuthorizer: Rule = {
  code: 'route-without-authorizer',
  severity: 'error',
  *check({ routes, settings }) {
    if (!settings.requireAuthorizer) return;
    for (const route of routes) {
      // An authorizer that cannot be read is reported as such; a preflight carries no credentials.
      const named = route.origins.authorizer.level !== 'default';
      if (named || route.apiKey || route.method === 'options') continue;
      yield {
        at: placeOf(route),
        message: 'nothing guards this route, and `requireAuthorizer` asks for a guard on every route',
        fix: 'Add `@AwsAuthorizer(…)` or `@AwsApiKey()` to the handler or its class, or `@AwsPublic()` if anyone may call it.',
      };
    }
  },
};
