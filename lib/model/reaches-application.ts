import { formatDeployValue } from '../values/deploy-value.js';
import type { Route } from './gateway-model.js';
import { isProxied } from './is-proxied.js';

/**
 * Whether this very application may answer a route: it stands behind the module's integration, or it is the backend
 * that gets the route under its own path. A function or a URL of the route's own is something else.
 */
export function reachesApplication({
  integration,
  origins,
  path,
}: Pick<Route, 'integration' | 'path'> & {
  readonly origins: Pick<Route['origins'], 'integration'>;
}): boolean {
  if (!integration || !isProxied(integration)) return false;
  if (origins.integration.level === 'module') return true;
  return integration.kind === 'http' && formatDeployValue(integration.url).endsWith(path.replace('+}', '}'));
}
