import type { Rule } from './rule.js';

/** An operation without a known handler may belong to an excluded route, under another path. */
export const operationWithoutRoute: Rule = {
  code: 'operation-without-route',
  severity: 'error',
  *check({ unmatched }) {
    for (const { method, path } of unmatched) {
      yield {
        at: { method: method.toUpperCase(), path },
        message: `the operation \`${method.toUpperCase()} ${path}\` of the document has no known handler`,
        fix: "Keep the extension `x-nestjs-aws-gateway-route` of each operation in `transformDocument`. If the gateway does not serve the operation, add `forRoot({ ignore: { 'operation-without-route': '…' } })`.",
      };
    }
  },
};
