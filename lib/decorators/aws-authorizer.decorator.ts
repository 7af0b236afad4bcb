import type { Authorizer } from '../authorizers/authorizer.js';
import { recordDeclaration } from './decorator-metadata.js';

export interface AwsAuthorizerOptions {
  /**
   * OAuth scopes, one of which the access token must have; `CognitoAuthorizer` and `JwtAuthorizer` only. Absent:
   * Cognito expects an ID token, and a JWT needs no scope.
   */
  readonly scopes?: readonly string[];
}

/**
 * Guards the route with an authorizer, which is exported with the document.
 *
 * @example
 * ```ts
 * @Controller('users')
 * @AwsAuthorizer(pool, { scopes: ['users/read'] })
 * export class UsersController {}
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
 * @publicApi
 */
export function AwsAuthorizer(
  authorizer: Authorizer,
  options: AwsAuthorizerOptions = {},
): ClassDecorator & MethodDecorator {
  return recordDeclaration('authorizer', 'AwsAuthorizer', [authorizer, options]);
}
