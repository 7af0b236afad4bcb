import type { Rule } from './rule.js';

/** A decorator on a method that Nest does not route does nothing. */
export const decoratorWithoutRoute: Rule = {
  code: 'decorator-without-route',
  severity: 'warning',
  *check({ strays }) {
    for (const { controller, handler, decorators } of strays) {
      // An `@AwsIgnore` with nothing beside it silences nothing, which is reported as such.
      if (decorators.length === 0) continue;
      yield {
        at: { controller, handler },
        message: `${decorators.map((name) => `\`@${name}\``).join(' and ')} ${decorators.length > 1 ? 'stand' : 'stands'} on a method that is no route`,
        fix: "Add `@Get()` or another of Nest's route decorators, or remove them.",
      };
    }
  },
};
