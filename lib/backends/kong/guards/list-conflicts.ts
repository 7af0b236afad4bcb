import type { KongSettings } from '../../../model/settings/gateway-settings.js';
import type { Route } from '../../../model/routes/route.js';
import { formatDeployValue } from '../../../values/deploy-value.js';
import type { Refusal } from '../../refusal.js';
import type { Credentials } from './guards.js';

/**
 * Kong has one secret for each key, whatever its consumer is: a second one with another value is refused. An authorizer
 * has a consumer with the name of its group, which no other consumer may have.
 */
export function listConflicts(
  used: readonly { readonly route: Route; readonly credentials: Credentials }[],
  { consumers }: KongSettings,
): readonly { readonly route: Route; readonly refusal: Refusal }[] {
  const known = new Map<string, string>();
  return used.flatMap(({ route, credentials }) => [
    ...consumers
      .filter(({ username }) => username === formatDeployValue(credentials.group))
      .map(({ username }) => ({ route, refusal: refuseConsumer(username) })),
    ...credentials.secrets.flatMap((secret) => {
      const key = formatDeployValue(secret.key);
      const text = JSON.stringify(secret);
      const first = known.get(key) ?? text;
      known.set(key, first);
      return first === text ? [] : [{ route, refusal: refuseSecond(key) }];
    }),
  ]);
}

function refuseConsumer(username: string): Refusal {
  return {
    what: `the consumer \`${username}\` of \`forRoot({ kong })\``,
    why: 'the consumer of the authorizer has the same name',
    fix: 'Give the consumer another `username`.',
  };
}

function refuseSecond(key: string): Refusal {
  return {
    what: `two public keys of \`${key}\``,
    why: 'Kong has one key for each issuer, or for each `kid`',
    fix: 'Give all authorizers of the issuer the same `publicKeys`, each with its `kid`.',
  };
}
