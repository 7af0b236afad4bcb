import type { GatewayModel, Route } from '../../../../model/gateway-model.js';
import { fillWords } from '../../../../grammar/read-target.js';
import { isService } from '../../../../services/service-integrations.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** Only a request that its caller signed has an identity to pass on: import refuses the method otherwise. */
export const callerCredentialsWithoutIam: Rule = {
  code: 'caller-credentials-without-iam',
  severity: 'error',
  final: true,
  *check({ routes, authorizers, settings }) {
    for (const route of routes) {
      const { authorizer, origins } = route;
      // An authorizer that could not be read is a fault of its own.
      if (!authorizer && !route.public && origins.authorizer.level !== 'default') continue;
      if (authorizer && authorizers[authorizer.index]?.kind === 'iam') continue;
      const credentials = fillWords(credentialsOf(route, settings));
      if (!/^arn:[^:]*:iam::\*:user\/\*$/.test(credentials)) continue;
      yield {
        at: placeOf(route),
        message:
          'the `credentials` pass the identity of the caller on, and no `IamAuthorizer` makes the caller show one',
        fix: 'Add `@AwsAuthorizer(new IamAuthorizer())`, or name a role.',
      };
    }
  },
};

function credentialsOf({ integration }: Route, settings: GatewayModel['settings']): unknown {
  if (integration?.kind === 'lambda') return integration.credentials;
  if (integration?.kind === 'raw') return integration.object['credentials'];
  return integration && isService(integration)
    ? (integration.options.credentials ?? settings.credentials)
    : undefined;
}
