import { formatFunction } from '../../../model/functions/format-function.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import { formatDeployValue } from '../../../values/deploy-value.js';
import { readFunctionUri } from '../../../testing/gateway/functions/find-function.js';

/** Where the application itself is deployed, as far as its routes say. */
export interface AppTargets {
  /** Names of functions. */
  readonly functions: readonly string[];
  /** Base URLs. */
  readonly backends: readonly string[];
}

/** The functions and the base URLs of the routes that the application itself answers. */
export function findAppTargets({ routes }: Pick<GatewayModel, 'routes'>): AppTargets {
  const functions = new Set<string>();
  const backends = new Set<string>();
  for (const { integration, responder } of routes) {
    if (responder?.kind !== 'application') continue;
    if (integration?.kind === 'lambda') {
      const written = formatFunction(integration.function);
      functions.add(readFunctionUri(written)?.arn ?? written);
    }
    if (integration?.kind === 'http') backends.add(formatDeployValue(integration.baseUrl ?? integration.url));
  }
  return { functions: [...functions], backends: [...backends] };
}
