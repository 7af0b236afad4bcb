import { AUTHORIZER_KINDS } from '../../../../model/authorizer-kinds.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/**
 * With the key source `AUTHORIZER` a client's own key counts for nothing: a Lambda authorizer answers the key.
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
      // A key on OPTIONS is reported as such, and so is an authorizer that cannot be read.
      const unread = !authorizer && !route.public && origins.authorizer.level !== 'default';
      if (!apiKey || method === 'options' || unread) continue;
      if (authorizer && AUTHORIZER_KINDS[authorizers[authorizer.index]!.kind].namesApiKey) continue;
      yield {
        at: placeOf(route),
        message:
          'the API key comes from a Lambda authorizer (`apiKeySource` is `AUTHORIZER`), and this route has none: every call gets 403',
        fix: "Add a `LambdaAuthorizer` that answers `usageIdentifierKey`, take the key away with `@AwsApiKey(false)`, or set `apiKeySource: 'HEADER'`.",
      };
    }
  },
};
