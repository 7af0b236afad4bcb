import { recordPlace, takeCall } from '../places/record-place.js';
import type { KongKeys, KongPlugin } from './kong-guard.js';
import type { PublicSecurityScheme } from './public-security-scheme.js';

export interface CognitoAuthorizerOptions {
  /** Name of the authorizer in API Gateway. May be a placeholder, `${name}`; the public document then shows its identifier. */
  readonly name: string;
  /** ARNs of the user pools whose tokens are accepted, at least one. */
  readonly userPoolArns: readonly string[];
  /** Ids of the app clients whose tokens are accepted. Only an HTTP API checks them, and needs them. Absent: none. */
  readonly clientIds?: readonly string[];
  /**
   * URL of the issuer of the tokens, for an HTTP API: `https://${user_pool_endpoint}` with Terraform's
   * `aws_cognito_user_pool.NAME.endpoint`. Absent: it follows from the ARN of the user pool, unless that is a placeholder.
   */
  readonly issuer?: string;
  /** Header that carries the token. @default 'Authorization' */
  readonly header?: string;
  /** What a caller must know to get and send the credential, for the Authorize dialog. Markdown; the public document shows it. Absent: none. */
  readonly description?: string;
  /** The scheme that the public document shows. @default http bearer for `Authorization`, otherwise an apiKey in the header */
  readonly publicScheme?: PublicSecurityScheme;
  /** For the gateway `kong`: the keys of the user pools, or a plugin of your own. Absent: Kong refuses to serve the routes. */
  readonly kong?: KongKeys | KongPlugin;
}

/**
 * Amazon Cognito user pools. With `@AwsAuthorizer(pool, { scopes })` API Gateway expects an access token that has
 * one of the scopes, without scopes an ID token. For an HTTP API it is a JWT authorizer with the issuer of the pool.
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
