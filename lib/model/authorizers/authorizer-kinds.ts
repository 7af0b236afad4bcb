import type { Authorizer } from './authorizer.js';

/** What API Gateway does with an authorizer of a kind. */
export interface AuthorizerKind {
  /** It returns 401 to a caller without the identity that it reads. IAM returns 403. */
  readonly readsIdentity: boolean;
  /** It checks tokens and their OAuth scopes. */
  readonly checksScopes: boolean;
  /** It is a resource of the API, and counts towards the quota. */
  readonly isResource: boolean;
  /** It may name the API key, with the key source `AUTHORIZER`. */
  readonly namesApiKey: boolean;
}

/** A kind that is missing here does not compile. */
export const AUTHORIZER_KINDS: Readonly<Record<Authorizer['kind'], AuthorizerKind>> = {
  lambda: { readsIdentity: true, checksScopes: false, isResource: true, namesApiKey: true },
  cognito: { readsIdentity: true, checksScopes: true, isResource: true, namesApiKey: false },
  jwt: { readsIdentity: true, checksScopes: true, isResource: true, namesApiKey: false },
  iam: { readsIdentity: false, checksScopes: false, isResource: false, namesApiKey: false },
};
