import { recordPlace, takeCall } from '../places/record-place.js';
import type { KongPlugin } from './kong-guard.js';
import type { PublicSecurityScheme } from './public-security-scheme.js';

export interface IamAuthorizerOptions {
  /** Name of the security scheme. @default 'iam' */
  readonly name?: string;
  /** What a caller must know to get and send the credential, for the Authorize dialog. Markdown; the public document shows it. Absent: none. */
  readonly description?: string;
  /** The scheme that the public document shows. @default an apiKey in the `Authorization` header */
  readonly publicScheme?: PublicSecurityScheme;
  /** The plugin of the gateway `kong` instead of IAM. Absent: Kong refuses to serve the routes. */
  readonly kong?: KongPlugin;
}

/**
 * IAM: the caller signs the request with Signature Version 4 and needs `execute-api:Invoke`.
 *
 * @example
 * export const iam = new IamAuthorizer();
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html
 * @publicApi
 */
export class IamAuthorizer {
  readonly kind = 'iam';
  constructor(readonly options: IamAuthorizerOptions = {}) {
    recordPlace(this, takeCall(1));
  }
}
