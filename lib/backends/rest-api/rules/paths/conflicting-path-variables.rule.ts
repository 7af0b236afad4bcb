import { nameRoute, placeOf, type Finding, type Rule } from '../../../../rules/rule.js';
import { findNameReader } from '../../resources/find-name-reader.js';
import type { LevelConflict } from '../../resources/place-routes.js';
import type { RestApi } from '../../rest-api-output.js';

/**
 * A resource has at most one child that is a variable, whatever follows it. If nothing reads the names, the private
 * document uses one name for all routes.
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
  const count =
    more.length === 0
      ? ''
      : `; the same holds for ${more.length} more ${more.length === 1 ? 'route' : 'routes'}`;
  const found = `\`${below}\` has the variable \`${other}\`, but ${nameRoute(keeper)} has \`${segment}\` there`;
  if (other.endsWith('+}') !== segment.endsWith('+}')) {
    return {
      at: placeOf(route),
      message: `${found}: API Gateway allows one variable at each level${count}`,
      fix: "Give the wildcard its own path, exclude one of the routes with `@AwsExclude()`, or give both the same backend, authorizer, API key and CORS policy, and `@AwsValidation('none')`.",
    };
  }
  const reader = findNameReader(route) === 'function' ? 'its function' : 'its template';
  return {
    at: placeOf(route),
    message: `${found}: API Gateway allows one variable at each level, and ${reader} reads the variable by its name${count}`,
    fix: `Name the variable \`${segment.replace(/[{}+]/g, '')}\` in both paths.`,
  };
}
