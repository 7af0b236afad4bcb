import { placeOf, type Rule } from '../../../../rules/rule.js';

/** A body is not part of a cache key, and what is answered from the cache does not reach the integration. */
export const cachedWrite: Rule = {
  code: 'cached-write',
  severity: 'error',
  *check({ routes }) {
    for (const route of routes) {
      if (!route.stage.cache || route.method === 'get') continue;
      const verb = route.method === 'any' ? 'every verb' : `\`${route.method.toUpperCase()}\``;
      yield {
        at: placeOf(route),
        message: `\`@AwsCache\` answers requests of ${verb} from the cache: they do not reach the integration, and bodies that differ get the same answer`,
        fix:
          route.method === 'any'
            ? 'Remove `@AwsCache`, or move what is cached to a handler with `@Get()`.'
            : 'Remove `@AwsCache`, or answer the requests with `@Get()`.',
      };
    }
  },
};
