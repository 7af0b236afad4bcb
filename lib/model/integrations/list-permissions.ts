import type { ServiceIntegration } from '../../services/service-integrations.js';
import { permissionsOf } from '../../services/services.js';
import { listPlaceholders, type DeployTree } from '../../values/deploy-tree.js';
import { formatDeployValue, type DeployValue } from '../../values/deploy-value.js';
import type { GatewaySettings } from '../settings/gateway-settings.js';

/** The actions that a role needs on one resource. */
export interface ResourcePermission {
  readonly actions: readonly string[];
  readonly resource: DeployValue;
}

/** The least that the role of some service integrations must be allowed, each resource once, sorted. */
export function listPermissions(
  services: readonly ServiceIntegration[],
  all: readonly ServiceIntegration[],
  settings: GatewaySettings,
): readonly ResourcePermission[] {
  const byResource = new Map<string, { readonly resource: DeployValue; readonly actions: Set<string> }>();
  const names = listPlaceholders(all.map(({ options }) => options as unknown as DeployTree));
  for (const integration of services) {
    for (const { actions, resources } of permissionsOf(integration, { ...settings, names })) {
      for (const resource of resources) {
        const key = formatDeployValue(resource);
        const known = byResource.get(key) ?? { resource, actions: new Set() };
        byResource.set(key, known);
        for (const action of actions) known.actions.add(action);
      }
    }
  }
  return [...byResource]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { resource, actions }]) => ({ resource, actions: [...actions].toSorted() }));
}
