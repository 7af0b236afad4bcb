import { nameRoute, placeOf, type Rule } from './rule.js';

/** An OPTIONS handler of the application's own takes the place of the preflight that a CORS policy would write. */
export const replacedPreflight: Rule = {
  code: 'replaced-preflight',
  severity: 'warning',
  *check({ paths }) {
    for (const { path, cors, routes } of paths) {
      const own = routes.find(({ method }) => method === 'options');
      // `@AwsCors(false)` on the handler says that it answers for itself.
      if (!cors || !own || (own.origins.cors.level === 'handler' && !own.cors)) continue;
      const other = routes.find((route) => route.cors && route !== own)!;
      yield {
        at: placeOf(own),
        message: `this handler answers the preflights of \`${path}\`, so the CORS policy of ${nameRoute(other)} writes none`,
        fix: 'Remove the handler, or say with `@AwsCors(false)` on it that it answers preflights itself.',
      };
    }
  },
};
