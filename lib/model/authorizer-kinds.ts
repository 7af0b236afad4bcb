import type { Authorizer } from './gateway-model.js';

/** What API Gateway does with an authorizer of a kind. */
export interface AuthorizerKind {
  /** It checks OAuth scopes. */
  readonly checksScopes: boolean;
  /** It is a resource of the API, and counts towards the quota. */
  readonly isResource: boolean;
  /** It may name the API key, with the key source `AUTHORIZER`. */
  readonly namesApiKey: boolean;
}

/** A kind that is missing here does not compile. */
export const AUTHORIZER_KINDS: Readonly<Record<Authorizer['kind'], AuthorizerKind>> = {
  lambda: { checksScopes: false, isResource: true, namesApiKey: true },
  cognito: { checksScopes: true, isResource: true, namesApiKey: false },
  jwt: { checksScopes: true, isResource: true, namesApiKey: false },
  iam: { checksScopes: false, isResource: false, namesApiKey: false },
};
