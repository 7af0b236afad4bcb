/** An OpenAPI security scheme, as the public document shows it. */
export interface PublicSecurityScheme {
  /** Kind of the scheme, as in OpenAPI. */
  readonly type: 'http' | 'apiKey' | 'oauth2' | 'openIdConnect';
  readonly [field: string]: unknown;
}
