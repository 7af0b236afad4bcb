import type { Integration } from '../../model/integrations/integration.js';
import { isService } from '../../services/service-integrations.js';
import { viewRawIntegration } from '../../model/integrations/view-raw-integration.js';
import { placeOf, type Rule } from '../rule.js';

/** API Gateway needs a role to call a service. */
export const missingCredentials: Rule = {
  code: 'missing-credentials',
  severity: 'error',
  *check({ routes, settings }) {
    for (const { integration, ...route } of routes) {
      if (!integration) continue;
      const ofService = isService(integration) && !integration.options.credentials && !settings.credentials;
      if (!ofService && !isRawWithout(integration)) continue;
      yield {
        at: placeOf(route),
        message: 'this integration has no `credentials`: API Gateway needs a role to call the service',
        fix: ofService
          ? "Set `credentials: '${gateway_role_arn}'` in the decorator, or `forRoot({ credentials: '${gateway_role_arn}' })`."
          : "Set `credentials: '${gateway_role_arn}'` in `@AwsIntegration`.",
      };
    }
  },
};

/** This library does not add the role of the module to an integration object. A function may have its own policy. */
function isRawWithout(integration: Integration): boolean {
  if (integration.kind !== 'raw' || integration.object['credentials'] !== undefined) return false;
  return viewRawIntegration(integration).target === 'service';
}
