import { recordPlace, takeCall } from '../places/record-place.js';
import type { PublicSecurityScheme } from './public-security-scheme.js';

export interface CognitoAuthorizerOptions {
  /** Name of the authorizer in API Gateway. May be a placeholder, `${name}`; the public document then shows its identifier. */
  readonly name: string;
  /** ARNs of the user pools whose tokens are accepted, at least one. */
  readonly userPoolArns: readonly string[];
  /** Header that carries the token. @default 'Authorization' */
  readonly header?: string;
  /** The scheme that the public document shows. @default http bearer for `Authorization`, otherwise an apiKey in the header */
  readonly publicScheme?: PublicSecurityScheme;
}

/**
 * Amazon Cognito user pools. With `@AwsAuthorizer(pool, { scopes })` API Gateway expects an access token that has
 * one of the scopes, without scopes an ID token.
 *
 * @example
 * export const pool = new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${user_pool_arn}'] });
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html
 * @publicApi
 */
export class CognitoAuthorizer {
  readonly kind = 'cognito';
  constructor(readonly options: CognitoAuthorizerOptions) {
    recordPlace(this, takeCall(1));
  }
}
