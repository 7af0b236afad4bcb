/** The arguments of `cors_configuration`, by the members of the policy in the document. */
export const CORS_ARGUMENTS = {
  allowOrigins: 'allow_origins',
  allowMethods: 'allow_methods',
  allowHeaders: 'allow_headers',
  exposeHeaders: 'expose_headers',
  allowCredentials: 'allow_credentials',
  maxAge: 'max_age',
} as const;
