import type { Rule } from './rule.js';
import { joinWords } from '../options/join-words.js';

/** A decorator on a method that Nest does not route does nothing. */
export const decoratorWithoutRoute: Rule = {
  code: 'decorator-without-route',
  severity: 'warning',
  *check({ strays }) {
    for (const { controller, handler, decorators } of strays) {
      // `@AwsIgnore` without other decorators ignores nothing. Another rule reports that.
      if (decorators.length === 0) continue;
      const names = joinWords(decorators.map((name) => `\`@${name}\``));
      yield {
        at: { controller, handler },
        message: `${names} ${decorators.length > 1 ? 'have' : 'has'} no effect: the method is not a route`,
        fix: `Add \`@Get()\` or another route decorator of NestJS, or remove ${names}.`,
      };
    }
  },
};
