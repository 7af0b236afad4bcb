import type { Route } from '../../../model/gateway-model.js';
import { nameRoute, placeOf, type Rule } from '../../../rules/rule.js';

/**
 * A resource has at most one child with a variable, whatever follows it.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export const conflictingPathVariables: Rule = {
  code: 'conflicting-path-variables',
  severity: 'error',
  final: true,
  *check({ routes }) {
    const first = new Map<string, { readonly segment: string; readonly route: Route }>();
    for (const route of routes) {
      const segments = route.path.split('/').slice(1);
      for (const [index, segment] of segments.entries()) {
        // One that holds more than a variable is no resource at all, which is told by itself.
        if (!/^\{[^{}]+\}$/.test(segment)) continue;
        const parent = `/${segments.slice(0, index).join('/')}`;
        const known = first.get(parent);
        if (!known) first.set(parent, { segment, route });
        else if (known.segment !== segment) {
          yield {
            at: placeOf(route),
            message: `the variable \`${segment}\` stands below \`${parent}\`, where ${nameRoute(known.route)} has \`${known.segment}\`: API Gateway takes one variable at each level`,
            fix:
              segment.endsWith('+}') || known.segment.endsWith('+}')
                ? 'Give the wildcard a path of its own, or leave one of the routes out with `@AwsExclude()`.'
                : `Name the variable \`${known.segment.slice(1, -1)}\` in both.`,
          };
        }
      }
    }
  },
};
