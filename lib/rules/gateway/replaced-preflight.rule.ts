import { nameRoute, placeOf, type Rule } from '../rule.js';

/**
 * An OPTIONS handler of the application replaces the preflight that a CORS policy generates, where each path has a policy
 * of its own.
 */
export const replacedPreflight: Rule = {
  code: 'replaced-preflight',
  severity: 'warning',
  *check({ paths }) {
    for (const { path, cors, routes } of paths) {
      const own = routes.find(({ method }) => method === 'options');
      // `@AwsCors(false)` on the handler declares that the handler answers preflights.
      if (!cors || !own || (own.origins.cors.level === 'handler' && !own.cors)) continue;
      const other = routes.find((route) => route.cors && route !== own)!;
      yield {
        at: placeOf(own),
        message: `this handler answers the preflights of \`${path}\`, so the CORS policy of ${nameRoute(other)} generates no preflight`,
        fix: 'Remove the handler, or add `@AwsCors(false)` to it if it answers preflights itself.',
      };
    }
  },
};
