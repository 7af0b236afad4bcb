import type { GatewayModel } from '../../../model/gateway-model.js';
import { formatFunction } from '../../../model/functions/format-function.js';
import { findFunction, readFunctionUri } from '../../../testing/gateway/functions/find-function.js';
import { isService } from '../../../services/service-integrations.js';
import type { FunctionSettings } from '../../../testing/gateway/functions/local-function.js';
import type { ServeArguments } from '../serve-arguments.js';

/** Which functions and services routes return 501 without, one line for each. */
export function listUnserved(
  { routes }: Pick<GatewayModel, 'routes'>,
  settings: FunctionSettings,
  { endpoints, aws }: Pick<ServeArguments, 'endpoints' | 'aws'>,
): readonly string[] {
  const functions = new Set<string>();
  const services = new Set<string>();
  for (const { integration } of routes) {
    if (integration?.kind === 'lambda') {
      const reference = readFunctionUri(formatFunction(integration.function));
      if (reference && findFunction(reference, settings) === undefined) functions.add(reference.name);
    } else if (integration && isService(integration)) {
      const { kind } = integration;
      if (!aws && endpoints['*'] === undefined && Object.keys(endpoints).length === 0) services.add(kind);
    }
  }
  return [
    ...(functions.size > 0
      ? [
          `no local function for ${[...functions].join(', ')}: set \`serve.functions\` of runApigen, or --functions`,
        ]
      : []),
    ...(services.size > 0 ? [`no endpoint for ${[...services].join(', ')}: set --endpoint`] : []),
  ];
}
