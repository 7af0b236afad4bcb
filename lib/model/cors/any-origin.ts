import { formatDeployValue } from '../../values/deploy-value.js';
import type { Cors } from './cors.js';

/** Whether `*` is among the origins: the others then have no effect. */
export function anyOrigin({ allowOrigins }: Cors): boolean {
  return allowOrigins.some((origin) => formatDeployValue(origin) === '*');
}
