import type { IdentitySourceModel } from './authorizer.js';

/** The security scheme of IAM, which both kinds of API of API Gateway import. */
export const IAM_SCHEME = {
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'awsSigv4',
} as const;

/** A request scheme names its source when it is a single header or query parameter, and is `Unused` otherwise. */
export function nameSource(identitySources: readonly IdentitySourceModel[]): {
  readonly name: string;
  readonly in: string;
} {
  const [only, ...others] = identitySources.filter(({ from }) => from === 'header' || from === 'query');
  return only && others.length === 0 ? { name: only.name, in: only.from } : { name: 'Unused', in: 'header' };
}
