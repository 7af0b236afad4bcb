import { CONTEXT_VARIABLES, isContextVariable } from '../../../../grammar/context-variables.js';
import { findNearest } from '../../../../options/find-nearest.js';
import type { Authorizer, GatewayModel, Route } from '../../../../model/gateway-model.js';
import type { Finding } from '../../../../rules/rule.js';

/** What guards a route, as far as `$context` shows it; `unknown` when that could not be read. */
export type Guarding = Authorizer['kind'] | 'none' | 'unknown';

export function guardOf(route: Route, { authorizers }: Pick<GatewayModel, 'authorizers'>): Guarding {
  if (route.authorizer) return authorizers[route.authorizer.index]?.kind ?? 'unknown';
  return route.public || route.origins.authorizer.level === 'default' ? 'none' : 'unknown';
}

/** Why a variable of `$context` is always empty on a route; `written` is how its author wrote it. */
export function findEmptyContext(
  written: string,
  name: string,
  guard: Guarding,
  inError = false,
): Omit<Finding, 'at'> | undefined {
  const key = /^authorizer\.(.+)$/.exec(name)?.[1];
  if (key !== undefined) return findEmptyKey(written, key, guard);
  if (isContextVariable(name, inError)) return undefined;
  const [meant] = findNearest(name, CONTEXT_VARIABLES);
  return {
    message: `\`${written}\` names no variable of API Gateway's \`$context\``,
    fix: meant
      ? `Write \`${meant}\` in the place of \`${name}\`.`
      : 'Name a variable that API Gateway documents, such as `requestId` or `identity.sourceIp`.',
  };
}

function findEmptyKey(written: string, key: string, guard: Guarding): Omit<Finding, 'at'> | undefined {
  const fault = (why: string, fix: string): Omit<Finding, 'at'> => ({
    message: `\`${written}\` reads what an authorizer says, and ${why}`,
    fix,
  });
  switch (guard) {
    case 'none':
      return fault('the route has none', 'Add `@AwsAuthorizer(…)`, or take the value from elsewhere.');
    case 'iam':
      return fault(
        'an `IamAuthorizer` says nothing there',
        'Read the caller from `identity.caller`, `identity.user` or `identity.userArn`.',
      );
    case 'cognito':
      return /^claims\../.test(key)
        ? undefined
        : fault('a `CognitoAuthorizer` says single claims alone', 'Name a claim, such as `claims.sub`.');
    case 'lambda':
      return /^claims\../.test(key)
        ? fault(
            'claims are of a `CognitoAuthorizer`',
            'Name `principalId`, or a key of the context that the function answers.',
          )
        : undefined;
    default:
      return undefined;
  }
}
