import { placeOf, type Rule } from './rule.js';

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'any'];

/** API Gateway serves seven verbs, and any-method. */
export const unsupportedMethod: Rule = {
  code: 'unsupported-method',
  severity: 'error',
  final: true,
  *check({ routes }) {
    for (const route of routes) {
      if (METHODS.includes(route.method)) continue;
      yield {
        at: placeOf(route),
        message: `API Gateway does not serve the method \`${route.method.toUpperCase()}\``,
        fix: 'Use GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS or `@All()`, or leave the route out with `@AwsExclude()`.',
      };
    }
  },
};
