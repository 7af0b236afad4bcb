import { nameServer } from '../gateway/name-server.js';
import { placeOf, type Rule } from '../rule.js';

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'any'];

/** API Gateway supports seven verbs and any-method. The file for Kong has the same. */
export const unsupportedMethod: Rule = {
  code: 'unsupported-method',
  severity: 'error',
  final: true,
  *check({ routes, settings }) {
    for (const route of routes) {
      if (METHODS.includes(route.method)) continue;
      yield {
        at: placeOf(route),
        message: `${nameServer(settings)} does not support the method \`${route.method.toUpperCase()}\``,
        fix: 'Use GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS or `@All()`, or exclude the route with `@AwsExclude()`.',
      };
    }
  },
};
