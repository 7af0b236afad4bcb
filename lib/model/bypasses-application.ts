import type { Integration } from './gateway-model.js';
import { isService } from '../services/service-integrations.js';
import { viewRawIntegration } from './view-raw-integration.js';

/** Whether API Gateway answers without any handler of the application. A function and an HTTP backend may be the application itself. */
export function bypassesApplication(integration: Integration): boolean {
  if (integration.kind === 'mock' || isService(integration)) return true;
  if (integration.kind !== 'raw') return false;
  const { type, target } = viewRawIntegration(integration);
  return type === 'mock' || (type === 'aws' && target === 'service');
}
