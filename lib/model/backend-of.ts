import { formatDeployValue } from '../values/deploy-value.js';
import type { Route } from './gateway-model.js';

/** What answers a route, whatever its path: a backend gets the route's own at the end of its URL. */
export function backendOf({ integration, path }: Pick<Route, 'integration' | 'path'>): string {
  if (integration?.kind !== 'http') return JSON.stringify(integration) ?? '';
  const url = formatDeployValue(integration.url);
  const own = path.replace('+}', '}');
  return JSON.stringify([
    url.endsWith(own) ? url.slice(0, -own.length) : url,
    integration.vpcLink,
    integration.target,
  ]);
}
