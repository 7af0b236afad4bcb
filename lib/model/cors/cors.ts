import type { DeployValue } from '../../values/deploy-value.js';

export interface Cors {
  readonly allowOrigins: readonly DeployValue[];
  /** A placeholder for any number of origins, instead of `allowOrigins`, which is then empty. */
  readonly originList?: DeployValue;
  /** Absent: derived from the routes of the path. */
  readonly allowHeaders?: readonly string[];
  /** Whatever header a browser asks for is allowed. */
  readonly anyHeader?: true;
  /** Absent: the verbs of the path. */
  readonly allowMethods?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  readonly allowCredentials: boolean;
  /** Seconds. */
  readonly maxAge?: number;
}
