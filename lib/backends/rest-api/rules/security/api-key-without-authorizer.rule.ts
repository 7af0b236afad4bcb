import { AUTHORIZER_KINDS } from '../../../../model/authorizers/authorizer-kinds.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/**
 * With the key source `AUTHORIZER` API Gateway ignores the key of the client: a Lambda authorizer returns the key.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-key-source.html
 */
export const apiKeyWithoutAuthorizer: Rule = {
  code: 'api-key-without-authorizer',
  severity: 'error',
  *check({ settings, routes, authorizers }) {
    if (settings.apiKeySource !== 'AUTHORIZER') return;
    for (const route of routes) {
      const { apiKey, authorizer, origins, method } = route;
      // Other rules report a key on OPTIONS and an authorizer that cannot be read.
      const unread = !authorizer && !route.public && origins.authorizer.level !== 'default';
      if (!apiKey || method === 'options' || unread) continue;
      if (authorizer && AUTHORIZER_KINDS[authorizers[authorizer.index]!.kind].namesApiKey) continue;
      yield {
        at: placeOf(route),
        message:
          'this route has no Lambda authorizer, but `apiKeySource` is `AUTHORIZER`: every call returns 403',
        fix: "Add a `LambdaAuthorizer` that returns `usageIdentifierKey`, remove the API key with `@AwsApiKey(false)`, or set `forRoot({ apiKeySource: 'HEADER' })`.",
      };
    }
  },
};
