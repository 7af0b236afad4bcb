import { isService } from '../../services/service-integrations.js';
import type { Integration } from './integration.js';

/** The options of an integration in which values of the request may stand. */
export function valuesOf(integration: Integration | undefined): object | undefined {
  if (integration?.kind === 'http') return [integration.headers, integration.query];
  return integration && isService(integration) ? integration.options : undefined;
}
