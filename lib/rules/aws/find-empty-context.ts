import {
  CONTEXT_VARIABLES,
  isContextVariable,
  type ContextGateway,
} from '../../grammar/context-variables.js';
import { findNearest } from '../../options/find-nearest.js';
import type { Authorizer } from '../../model/authorizers/authorizer.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import type { Route } from '../../model/routes/route.js';
import type { Finding } from '../rule.js';

/** The kind of authorizer of a route; `unknown` if it cannot be read. */
export type Guarding = Authorizer['kind'] | 'none' | 'unknown';

export function guardOf(route: Route, { authorizers }: Pick<GatewayModel, 'authorizers'>): Guarding {
  if (route.authorizer) return authorizers[route.authorizer.index]?.kind ?? 'unknown';
  return route.public || route.origins.authorizer.level === 'default' ? 'none' : 'unknown';
}

/** Why a variable of `$context` is always empty on a route; `written` is its text in the source. */
export function findEmptyContext(
  written: string,
  name: string,
  guard: Guarding,
  gateway: ContextGateway,
  inError = false,
): Omit<Finding, 'at'> | undefined {
  const key = /^authorizer\.(.+)$/.exec(name)?.[1];
  if (key !== undefined) return findEmptyKey(written, key, guard);
  if (isContextVariable(name, gateway, inError)) return undefined;
  const [meant] = findNearest(name, CONTEXT_VARIABLES[gateway]);
  return {
    message: `\`${written}\` is not a variable of \`$context\` in ${gateway === 'rest-api' ? 'API Gateway' : 'an HTTP API'}`,
    fix: meant
      ? `Write \`${meant}\` instead of \`${name}\`.`
      : 'Use a variable that API Gateway documents, such as `requestId` or `identity.sourceIp`.',
  };
}

function findEmptyKey(written: string, key: string, guard: Guarding): Omit<Finding, 'at'> | undefined {
  const fault = (why: string, fix: string): Omit<Finding, 'at'> => ({
    message: `\`${written}\` reads the context of an authorizer, but ${why}`,
    fix,
  });
  switch (guard) {
    case 'unknown':
      return undefined;
    case 'none':
      return fault(
        'the route has no authorizer',
        'Add `@AwsAuthorizer(…)`, or read the value from another source.',
      );
    case 'iam':
      return fault(
        'an `IamAuthorizer` has no context',
        'Read the caller from `identity.caller`, `identity.user` or `identity.userArn`.',
      );
    case 'cognito':
      return /^claims\../.test(key)
        ? undefined
        : fault('a `CognitoAuthorizer` gives only single claims', fixClaim(key));
    case 'jwt':
      return /^claims\../.test(key)
        ? undefined
        : fault('a `JwtAuthorizer` gives only single claims', fixClaim(key));
    case 'lambda':
      return /^claims\../.test(key)
        ? fault(
            'only a `CognitoAuthorizer` and a `JwtAuthorizer` have claims',
            'Use `principalId`, or a key of the context that the function returns.',
          )
        : undefined;
    default:
      return guard satisfies never;
  }
}

/** A key that stands for itself is most likely the claim. */
function fixClaim(key: string): string {
  return ['claims', 'principalId'].includes(key) || key.includes('.')
    ? 'Use a claim, such as `claims.sub`.'
    : `Write \`claims.${key}\`.`;
}
