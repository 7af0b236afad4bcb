import type { Integration } from '../../../../model/gateway-model.js';
import { isService } from '../../../../services/service-integrations.js';
import { viewRawIntegration } from '../../../../model/view-raw-integration.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** API Gateway calls a service with a role, and with nothing else. */
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
        message: 'no role says with which rights API Gateway calls the service',
        fix: ofService
          ? "Set `credentials: '${gateway_role_arn}'` in the decorator or in `AwsGatewayModule.forRoot`."
          : "Set `credentials: '${gateway_role_arn}'` in the integration.",
      };
    }
  },
};

/** An integration object is taken as it is: the module's role is not added. A function may have a policy of its own. */
function isRawWithout(integration: Integration): boolean {
  if (integration.kind !== 'raw' || integration.object['credentials'] !== undefined) return false;
  return viewRawIntegration(integration).target === 'service';
}
