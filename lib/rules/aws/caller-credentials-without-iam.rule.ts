import type { GatewayModel } from '../../model/gateway-model.js';
import { credentialsOf } from '../../model/integrations/credentials-of.js';
import type { Route } from '../../model/routes/route.js';
import { fillWords } from '../../grammar/read-target.js';
import { isService } from '../../services/service-integrations.js';
import { placeOf, type Rule } from '../rule.js';

/** Only a signed request has an identity to pass on. Import rejects the method otherwise. */
export const callerCredentialsWithoutIam: Rule = {
  code: 'caller-credentials-without-iam',
  severity: 'error',
  final: true,
  *check({ routes, authorizers, settings }) {
    for (const route of routes) {
      const { authorizer, origins } = route;
      // Another rule reports an authorizer that cannot be read.
      if (!authorizer && !route.public && origins.authorizer.level !== 'default') continue;
      if (authorizer && authorizers[authorizer.index]?.kind === 'iam') continue;
      const credentials = fillWords(readCredentials(route, settings));
      if (!/^arn:[^:]*:iam::\*:user\/\*$/.test(credentials)) continue;
      yield {
        at: placeOf(route),
        message: '`credentials` is the identity of the caller, but the route has no `IamAuthorizer`',
        fix: "Add `@AwsAuthorizer(new IamAuthorizer())`, or set `credentials: '${gateway_role_arn}'`.",
      };
    }
  },
};

function readCredentials({ integration }: Route, settings: GatewayModel['settings']): unknown {
  if (!integration) return undefined;
  return credentialsOf(integration) ?? (isService(integration) ? settings.credentials : undefined);
}
