import { recordPlace, takeCall } from '../places/record-place.js';
import type { KongKeys, KongPlugin } from './kong-guard.js';
import type { PublicSecurityScheme } from './public-security-scheme.js';

export interface JwtAuthorizerOptions {
  /** Name of the authorizer in API Gateway. May be a placeholder, `${name}`; the public document then shows its identifier. */
  readonly name: string;
  /** URL of the issuer, the claim `iss` of its tokens. API Gateway reads its keys by OpenID Connect discovery. */
  readonly issuer: string;
  /** Accepted values of the claim `aud` or `client_id`, 1 to 50. */
  readonly audience: readonly string[];
  /** Where the token is read, with or without `Bearer `. @default 'header.Authorization' */
  readonly identitySource?: `header.${string}` | `query.${string}`;
  /** What a caller must know to get and send the credential, for the Authorize dialog. Markdown; the public document shows it. Absent: none. */
  readonly description?: string;
  /** The scheme that the public document shows. @default http bearer for `Authorization`, otherwise an apiKey at `identitySource` */
  readonly publicScheme?: PublicSecurityScheme;
  /** For the gateway `kong`: the keys of the issuer, or a plugin of your own. Absent: Kong refuses to serve the routes. */
  readonly kong?: KongKeys | KongPlugin;
}

/**
 * Tokens of any OpenID Connect issuer, which an HTTP API checks itself. With `@AwsAuthorizer(jwt, { scopes })` a token
 * must have one of the scopes. A REST API has no such authorizer.
 *
 * @example
 * export const jwt = new JwtAuthorizer({ name: 'jwt', issuer: 'https://id.example.com', audience: ['shop'] });
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 * @publicApi
 */
export class JwtAuthorizer {
  readonly kind = 'jwt';
  constructor(readonly options: JwtAuthorizerOptions) {
    recordPlace(this, takeCall(1));
  }
}
