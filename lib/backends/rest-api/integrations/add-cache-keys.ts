import type { CacheKey } from '../../../model/settings/gateway-settings.js';
import type { Route } from '../../../model/routes/route.js';
import type { DeployTree } from '../../../values/deploy-tree.js';
import type { VariableNames } from '../resources/rename-path-values.js';
import type { RenderedIntegration } from './rendered-integration.js';

const PLACES: Readonly<Record<CacheKey['from'], string>> = {
  path: 'path',
  query: 'querystring',
  header: 'header',
};

/** The keys of `@AwsCache`, beside those of an integration of the application's own. */
export function addCacheKeys(
  integration: RenderedIntegration | undefined,
  { stage: { cache } }: Pick<Route, 'stage'>,
  names: VariableNames,
): RenderedIntegration | undefined {
  if (!integration || !cache || cache.keys.length === 0) return integration;
  const given = integration['cacheKeyParameters'];
  const own = Array.isArray(given) ? (given as readonly DeployTree[]) : [];
  const keys = cache.keys.map(
    ({ from, name }) =>
      `method.request.${PLACES[from]}.${from === 'path' ? (names.get(name) ?? name) : name}`,
  );
  return { ...integration, cacheKeyParameters: [...new Set([...own, ...keys])] };
}
