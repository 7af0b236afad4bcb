/** A plugin of Kong in the place of an authorizer. */
export interface KongPlugin {
  /** Name of the plugin. It must refuse callers itself, with a priority above 750, that of `aws-lambda`. */
  readonly plugin: string;
  /** Configuration of the plugin. Its strings may hold placeholders. Absent: the plugin's own defaults. */
  readonly config?: Readonly<Record<string, unknown>>;
  /**
   * Member of `config` that takes the scopes of each route, such as `scopes_required` of `openid-connect`, where one of
   * them is enough. Absent: routes with scopes are refused.
   */
  readonly scopesMember?: string;
}

/** The signatures that the plugin `jwt` of Kong verifies by public keys. */
export type KongKeyAlgorithm =
  'RS256' | 'RS384' | 'RS512' | 'ES256' | 'ES384' | 'ES512' | 'PS256' | 'PS384' | 'PS512' | 'EdDSA';

/** A public key with which an issuer signs its tokens. */
export interface KongPublicKey {
  /** The key in PEM, or a placeholder. */
  readonly pem: string;
  /** Id of the key, the header `kid` of its tokens. Needed when there are several keys. */
  readonly kid?: string;
  /** Algorithm of the signatures. @default 'RS256' */
  readonly algorithm?: KongKeyAlgorithm;
}

/** The keys of an issuer of tokens. Open-source Kong does not fetch them. */
export interface KongKeys {
  /** The public keys, at least one. When the issuer changes them, write the file again. */
  readonly publicKeys: readonly KongPublicKey[];
}
