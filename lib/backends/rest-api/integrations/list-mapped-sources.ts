import { formatDeployText } from '../../../values/deploy-text.js';
import type { RenderedIntegration } from './rendered-integration.js';

/** `method.request.*` sources and cache keys of an integration, which import refuses unless they are declared. */
export function listMappedSources(integration: RenderedIntegration | undefined): readonly string[] {
  const cacheKeys = integration?.['cacheKeyParameters'];
  return [
    ...Object.values(integration?.requestParameters ?? {}),
    ...(Array.isArray(cacheKeys) ? (cacheKeys as readonly unknown[]) : []),
  ].map(formatDeployText);
}
