import type { DeployValue } from '../../values/deploy-value.js';
import type { Cors } from './cors.js';

/** The origins of a policy, or the placeholder that stands for all of them. */
export function listOrigins({ allowOrigins, originList }: Cors): readonly DeployValue[] {
  return originList ? [originList] : allowOrigins;
}
