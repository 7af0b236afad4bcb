import { placeOf, type Rule } from './rule.js';

/** NestJS documents each route that no decorator hides. The operation of such a route may be under another path. */
export const routeWithoutOperation: Rule = {
  code: 'route-without-operation',
  severity: 'error',
  *check({ undocumented }) {
    for (const place of undocumented) {
      yield {
        at: placeOf(place),
        message: 'the public document has no operation for this route, but no decorator hides the route',
        fix: 'Keep the operation and its extension `x-nestjs-aws-gateway-route` in `transformDocument`, or hide the route with `@ApiExcludeEndpoint()`.',
      };
    }
  },
};
