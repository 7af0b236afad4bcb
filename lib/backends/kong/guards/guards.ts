import type { DeployValue } from '../../../values/deploy-value.js';
import type { Plugin } from '../answers/answer.js';
import type { Refusal } from '../../refusal.js';

/** What lets callers pass to a route. */
export interface Guards {
  readonly plugins: readonly Plugin[];
  /** What the plugin `jwt` verifies by. Absent: nothing of the file. */
  readonly credentials?: Credentials;
  readonly refusals: readonly Refusal[];
}

/** The keys of an authorizer, as a consumer of Kong has them. */
export interface Credentials {
  /** The group that a route lets pass. */
  readonly group: DeployValue;
  readonly secrets: readonly Secret[];
}

export type Secret = {
  /** The issuer or the id of the key: Kong finds the secret by it, among those of all consumers. */
  readonly key: DeployValue;
  readonly algorithm: string;
  readonly secret: string;
  readonly rsa_public_key: DeployValue;
};
