import type { GatewaySettings } from '../../../model/settings/gateway-settings.js';
import type { DeployMembers } from '../../../values/deploy-tree.js';
import { formatDeployValue, joinDeployValue, type DeployValue } from '../../../values/deploy-value.js';
import { apiKeyGroup } from './render-guards.js';
import type { Credentials, Secret } from './guards.js';

interface Consumer {
  readonly groups: Map<string, DeployValue>;
  readonly secrets: Map<string, Secret>;
}

/**
 * The consumers of the file. A key may stand in Kong once, so authorizers with the same key have one consumer, in the
 * groups of both.
 */
export function renderConsumers(
  credentials: readonly Credentials[],
  { kong }: GatewaySettings,
  api: string,
  hasKeyRoutes: boolean,
): readonly DeployMembers[] {
  const consumers: Consumer[] = [];
  for (const { group, secrets } of credentials) {
    const keyed = secrets.map((secret) => [formatDeployValue(secret.key), secret] as const);
    const known = consumers.find((one) => keyed.some(([key]) => one.secrets.has(key)));
    const consumer = known ?? { groups: new Map(), secrets: new Map() };
    if (!known) consumers.push(consumer);
    consumer.groups.set(formatDeployValue(group), group);
    for (const [key, secret] of keyed) consumer.secrets.set(key, secret);
  }
  return [
    ...consumers.map(({ groups, secrets }) => ({
      username: [...groups.values()][0]!,
      acls: [...groups.values()].map((group) => ({ group })),
      jwt_secrets: [...secrets.values()],
    })),
    ...(hasKeyRoutes ? kong.consumers : []).map(({ username, apiKeys }) => ({
      username: joinDeployValue(username),
      acls: [{ group: apiKeyGroup(api) }],
      keyauth_credentials: apiKeys.map((key) => ({ key })),
    })),
  ];
}
