import { nameRoute, placeOf, type Finding, type Rule } from '../../../../rules/rule.js';
import { findNameReader } from '../../resources/find-name-reader.js';
import type { LevelConflict } from '../../resources/place-routes.js';
import type { RestApi } from '../../rest-api-output.js';

/**
 * A resource has at most one child with a variable, whatever follows it. Where nothing reads the names, the private
 * document has one of them for all.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export const conflictingPathVariables: Rule<RestApi> = {
  code: 'conflicting-path-variables',
  severity: 'error',
  final: true,
  *check(_, { conflicts }) {
    for (const conflict of conflicts) yield describe(conflict);
  },
};

function describe({ below, segment, keeper, others }: LevelConflict): Finding {
  const [{ route, segment: other }, ...more] = others as [LevelConflict['others'][0]];
  const count = more.length === 0 ? '' : `; ${more.length} more ${more.length === 1 ? 'is' : 'are'} like it`;
  const found = `the variable \`${other}\` stands below \`${below}\`, where ${nameRoute(keeper)} has \`${segment}\``;
  if (other.endsWith('+}') !== segment.endsWith('+}')) {
    return {
      at: placeOf(route),
      message: `${found}: API Gateway takes one variable at each level${count}`,
      fix: "Give the wildcard a path of its own, or leave one of the routes out with `@AwsExclude()`. Both can stay where the wildcard answers alike: the same backend, authorizer, API key and CORS policy, and `@AwsValidation('none')`.",
    };
  }
  const reader = findNameReader(route) === 'function' ? 'its function' : 'its template';
  return {
    at: placeOf(route),
    message: `${found}: API Gateway takes one variable at each level, and ${reader} reads it by its name${count}`,
    fix: `Name the variable \`${segment.replace(/[{}+]/g, '')}\` in both.`,
  };
}
