import type { Authorizer } from '../../../../model/authorizers/authorizer.js';
import type { CacheKey } from '../../../../model/settings/gateway-settings.js';
import type { Route } from '../../../../model/routes/route.js';
import { formatDeployValue } from '../../../../values/deploy-value.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/**
 * API Gateway authorizes a caller before it looks into the cache, but what it finds there may be another caller's answer.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
 */
export const cachedAnswerOfCaller: Rule = {
  code: 'cached-answer-of-caller',
  severity: 'warning',
  *check({ routes, authorizers }) {
    for (const route of routes) {
      const { cache } = route.stage;
      const guard = route.authorizer && authorizers[route.authorizer.index];
      if (!cache || !guard) continue;
      const identities = listIdentities(guard);
      if (identities.some((key) => hasKey(route, key))) continue;
      const [first] = identities;
      yield {
        at: placeOf(route),
        message: `every caller that \`${formatDeployValue(guard.name)}\` allows gets the same cached answer`,
        fix: first
          ? `Add \`'${first.from}.${first.name}'\` to the \`keys\` of \`@AwsCache\`, or ignore this if the answer is the same for all callers.`
          : 'Write `@AwsCache(false)` for this handler, or ignore this if the answer is the same for all callers.',
      };
    }
  },
};

/** What tells callers apart. Signatures of IAM differ in each request. */
function listIdentities(guard: Authorizer): readonly CacheKey[] {
  switch (guard.kind) {
    case 'lambda':
      return guard.identitySources.flatMap(({ from, name }) =>
        from === 'header' || from === 'query' ? [{ from, name }] : [],
      );
    case 'cognito':
      return [{ from: 'header', name: guard.header }];
    case 'jwt':
    case 'iam':
      return [];
  }
}

function hasKey({ stage: { cache } }: Route, { from, name }: CacheKey): boolean {
  return (cache?.keys ?? []).some(
    (key) =>
      key.from === from &&
      (from === 'header' ? key.name.toLowerCase() === name.toLowerCase() : key.name === name),
  );
}
