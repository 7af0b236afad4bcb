import { placeOf, type Rule } from '../../../../rules/rule.js';

/**
 * API Gateway answers these itself under a custom domain name.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
const RESERVED = ['/ping', '/sping'];

export const reservedPath: Rule = {
  code: 'reserved-path',
  severity: 'warning',
  *check({ paths }) {
    for (const { path, routes } of paths) {
      if (!RESERVED.includes(path)) continue;
      yield {
        at: placeOf(routes[0]!),
        message: `API Gateway keeps \`${path}\` for its own health checks: under a custom domain name this route is not reached`,
        fix: 'Give it another path, such as `/health`, or put it below a prefix. Without a custom domain name it is no fault.',
      };
    }
  },
};
