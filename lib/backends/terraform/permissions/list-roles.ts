import { calledFunction } from '../../../model/authorizers/called-function.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import type { Integration } from '../../../model/integrations/integration.js';
import { listPermissions, type ResourcePermission } from '../../../model/integrations/list-permissions.js';
import { isService, type ServiceIntegration } from '../../../services/service-integrations.js';
import { fillOptionText } from '../../../values/option-text.js';
import { formatDeployValue, isPlaceholder, type DeployValue } from '../../../values/deploy-value.js';
import { referenceTo, type FunctionReference } from './list-callers.js';

/** A role that the module makes: a placeholder that integrations or authorizers have as their `credentials`. */
export interface Role {
  readonly placeholder: string;
  readonly permissions: readonly ResourcePermission[];
  /** The functions that are called with the role. */
  readonly functions: readonly FunctionReference[];
}

/** A role whose rights an integration object of the application's own needs is not known, and so none of these. */
export function listRoles({ routes, authorizers, settings }: GatewayModel): readonly Role[] {
  const services = new Map<string, ServiceIntegration[]>();
  const functions = new Map<string, Map<string, FunctionReference>>();
  const all: ServiceIntegration[] = [];
  const raw = new Set<string>();
  const addFunction = (role: string | undefined, called: FunctionReference): void => {
    if (role === undefined) return;
    const known = functions.get(role) ?? new Map<string, FunctionReference>();
    functions.set(role, known.set(formatDeployValue(called.value), called));
  };
  const visit = (integration: Integration): void => {
    if (isService(integration)) {
      all.push(integration);
      const given = integration.options.credentials;
      const role = onlyPlaceholder(
        given === undefined ? settings.credentials : fillOptionText(given, () => '*'),
      );
      if (role !== undefined) services.set(role, [...(services.get(role) ?? []), integration]);
      return;
    }
    switch (integration.kind) {
      case 'lambda':
        return addFunction(onlyPlaceholder(integration.credentials), referenceTo(integration.function));
      case 'raw': {
        const role = onlyPlaceholder(integration.object['credentials'] as DeployValue | undefined);
        if (role !== undefined) raw.add(role);
        return;
      }
      case 'http':
      case 'mock':
        return;
      default:
        integration satisfies never;
    }
  };
  for (const { integration } of routes) if (integration) visit(integration);
  for (const authorizer of authorizers) {
    const called = calledFunction(authorizer);
    if (called) addFunction(onlyPlaceholder(called.credentials), referenceTo(called.function));
  }
  return [...new Set([...services.keys(), ...functions.keys()])]
    .filter((placeholder) => !raw.has(placeholder))
    .toSorted()
    .map((placeholder) => ({
      placeholder,
      permissions: listPermissions(services.get(placeholder) ?? [], all, settings),
      functions: [...(functions.get(placeholder)?.values() ?? [])],
    }));
}

function onlyPlaceholder(value: DeployValue | undefined): string | undefined {
  const [first, ...others] = value?.['@deploy'] ?? [];
  return others.length === 0 && isPlaceholder(first) ? first.placeholder : undefined;
}
