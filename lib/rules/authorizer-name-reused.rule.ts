import { formatDeployValue } from '../values/deploy-value.js';
import { placeOf, type Rule } from './rule.js';

/** An authorizer is known by its name: of two that share one, API Gateway would keep one. */
export const authorizerNameReused: Rule = {
  code: 'authorizer-name-reused',
  severity: 'error',
  final: true,
  *check({ authorizers, routes }) {
    const first = new Map<string, number>();
    for (const [index, authorizer] of authorizers.entries()) {
      const name = formatDeployValue(authorizer.name);
      const known = first.get(name);
      if (known === undefined) {
        first.set(name, index);
        continue;
      }
      const route = routes.find((user) => user.authorizer?.index === index);
      if (!route) continue;
      yield {
        at: placeOf(route),
        message: `the authorizer \`${name}\` differs from another one of the same name`,
        fix: 'Share one authorizer object, or give each a name of its own.',
      };
    }
  },
};
