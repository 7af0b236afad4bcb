import type { Rule } from './rule.js';

/** An operation of which no handler is known may be that of an excluded route, under another path. */
export const operationWithoutRoute: Rule = {
  code: 'operation-without-route',
  severity: 'error',
  *check({ unmatched }) {
    for (const { method, path } of unmatched) {
      yield {
        at: { method: method.toUpperCase(), path },
        message: `the document has the operation \`${method.toUpperCase()} ${path}\`, and no handler is known for it`,
        fix: "Keep the extension `x-nestjs-aws-gateway-route` of each operation in `transformDocument`. An operation that the gateway does not serve is ignored with `forRoot({ ignore: { 'operation-without-route': '…' } })`.",
      };
    }
  },
};
