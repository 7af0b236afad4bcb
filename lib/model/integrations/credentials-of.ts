import { isService } from '../../services/service-integrations.js';
import type { Integration } from './integration.js';

/** As whom API Gateway calls an integration, as the route has it. Absent: nobody is named, or the kind has no role. */
export function credentialsOf(integration: Integration): unknown {
  if (isService(integration)) return integration.options.credentials;
  switch (integration.kind) {
    case 'lambda':
      return integration.credentials;
    case 'raw':
      return integration.object['credentials'];
    case 'http':
    case 'mock':
      return undefined;
    default:
      return integration satisfies never;
  }
}
