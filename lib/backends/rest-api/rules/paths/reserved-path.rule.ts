import { placeOf, type Rule } from '../../../../rules/rule.js';

/**
 * Under a custom domain name API Gateway answers these paths itself.
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
        message: `API Gateway uses \`${path}\` for its health checks: under a custom domain name no request reaches this route`,
        fix: "Use another path, such as `/health`. If the API has no custom domain name, add `@AwsIgnore('reserved-path', '…')`.",
      };
    }
  },
};
