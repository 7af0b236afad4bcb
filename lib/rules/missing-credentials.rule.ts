import { isService } from '../model/service-integrations.js';
import { placeOf, type Rule } from './rule.js';

/** API Gateway calls a service with a role, and with nothing else. */
export const missingCredentials: Rule = {
  code: 'missing-credentials',
  severity: 'error',
  *check({ routes, settings }) {
    if (settings.credentials) return;
    for (const route of routes) {
      if (!route.integration || !isService(route.integration) || route.integration.options.credentials)
        continue;
      yield {
        at: placeOf(route),
        message: 'no role says with which rights API Gateway calls the service',
        fix: "Set `credentials: '${gateway_role_arn}'` in the decorator or in `AwsGatewayModule.forRoot`.",
      };
    }
  },
};
