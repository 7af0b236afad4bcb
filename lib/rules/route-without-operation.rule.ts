import { placeOf, type Rule } from './rule.js';

/** Nest describes each route that no decorator hides. A route without an operation may have it under another path. */
export const routeWithoutOperation: Rule = {
  code: 'route-without-operation',
  severity: 'error',
  *check({ undocumented }) {
    for (const place of undocumented) {
      yield {
        at: placeOf(place),
        message: 'the public document has no operation for the route, though no decorator hides it',
        fix: 'Keep the operation in `transformDocument`, with its extension `x-nestjs-aws-gateway-route`, or hide the route with `@ApiExcludeEndpoint()`.',
      };
    }
  },
};
