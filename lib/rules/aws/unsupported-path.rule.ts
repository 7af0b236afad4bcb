import { nameServer } from '../gateway/name-server.js';
import { placeOf, type Rule } from '../rule.js';

const SEGMENT = /^([A-Za-z0-9_.,:-]+|\{[A-Za-z0-9_.-]+\+?\})$/;

/**
 * What API Gateway accepts between two slashes: letters, digits, `_ - . , :`, or one variable. A wildcard must be last.
 * The file for Kong has the same paths, so that the routes of an application can move between gateways.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export const unsupportedPath: Rule = {
  code: 'unsupported-path',
  severity: 'error',
  final: true,
  *check({ routes, unreadable, settings }) {
    for (const route of unreadable) {
      yield {
        at: placeOf(route),
        message: `the path \`${route.path}\` cannot be read: ${route.reason}`,
        fix: 'Write it in the syntax of NestJS 11 (`opt{/:id}` for an optional part), or exclude the route with `@AwsExclude()`.',
      };
    }
    for (const route of routes) {
      const segments = route.path === '/' ? [] : route.path.split('/').slice(1);
      const names = route.pathParameters.map(({ name }) => name);
      const unfit = segments.find((segment) => !SEGMENT.test(segment));
      const greedy = segments.findIndex((segment) => segment.endsWith('+}'));
      const repeated = names.find((name, index) => names.indexOf(name) !== index);
      const at = placeOf(route);
      if (unfit !== undefined) {
        yield {
          at,
          message: `the path \`${route.path}\` has the segment \`${unfit}\`, which ${nameServer(settings)} does not support`,
          fix: 'Write each segment with letters, digits, `_`, `-`, `.`, `,` and `:`, or as a single variable.',
        };
      }
      if (greedy >= 0 && greedy < segments.length - 1) {
        yield {
          at,
          message: `the wildcard \`${segments[greedy]}\` is not at the end of the path \`${route.path}\``,
          fix: 'Move the wildcard to the end: nothing may follow it.',
        };
      }
      if (repeated !== undefined) {
        yield {
          at,
          message: `the path \`${route.path}\` has the variable \`${repeated}\` twice`,
          fix: 'Rename one of the two variables.',
        };
      }
    }
  },
};
