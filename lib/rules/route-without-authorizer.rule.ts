import { placeOf, type Rule } from './rule.js';

/** With `requireAuthorizer` an open route must declare that it is open. */
export const routeWithoutAuthorizer: Rule = {
  code: 'route-without-authorizer',
  severity: 'error',
  *check({ routes, settings }) {
    if (!settings.requireAuthorizer) return;
    for (const route of routes) {
      // Another rule reports an authorizer that cannot be read. A preflight has no credentials.
      const named = route.origins.authorizer.level !== 'default';
      if (named || route.apiKey || route.method === 'options') continue;
      yield {
        at: placeOf(route),
        message: 'this route has no authorizer and no API key, but `requireAuthorizer` is `true`',
        fix: 'Add `@AwsAuthorizer(…)` or `@AwsApiKey()` to the handler or its class, or `@AwsPublic()` if anyone may call it.',
      };
    }
  },
};
