import { formatDeployValue } from '../../values/deploy-value.js';
import type { Route } from '../routes/route.js';

/** What answers a route, whatever its path: a backend gets the route's own at the end of its URL. */
export function backendOf({ integration }: Pick<Route, 'integration'>): string {
  if (integration?.kind !== 'http') return JSON.stringify(integration) ?? '';
  const { baseUrl, url, vpcLink, target } = integration;
  return JSON.stringify([formatDeployValue(baseUrl ?? url), vpcLink, target]);
}
