/** An OpenAPI security scheme, as the public document shows it. */
export interface PublicSecurityScheme {
  readonly type: 'http' | 'apiKey' | 'oauth2' | 'openIdConnect';
  readonly [field: string]: unknown;
}
