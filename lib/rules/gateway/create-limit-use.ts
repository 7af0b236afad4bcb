import type { GatewaySettings } from '../../model/settings/gateway-settings.js';
import type { Place } from '../../model/routes/route.js';
import type { Limit, LimitUse } from './limit.js';

/** Makes the uses of the limits of an API, of which AWS may have raised some. */
export function createLimitUse({
  limits,
}: GatewaySettings): (limit: Limit, used: number, at?: Place) => LimitUse {
  return (limit, used, at) => {
    const raised = limit.quota && limits[limit.quota];
    return { ...limit, used, ...(raised === undefined ? {} : { of: raised }), ...(at ? { at } : {}) };
  };
}
