import { checkResponses } from '../options/check-responses.js';
import type { FaultPlace } from './gateway-model.js';
import { checkOptions } from '../options/option-shape.js';
import type { ResolvedIntegration } from './resolve-integration.js';
import { parseOptions } from '../services/parse-options.js';
import type {
  GivenServiceOptions,
  ServiceIntegration,
  ServiceKind,
} from '../services/service-integrations.js';
import { serviceShape } from '../services/service-shape.js';
import { SERVICES } from '../services/services.js';

/** The kind of a service decorator, by its name. */
export const SERVICE_KINDS: ReadonlyMap<string, ServiceKind> = new Map(
  Object.entries(SERVICES).map(([kind, { decorator }]) => [decorator, kind as ServiceKind]),
);

export function resolveServiceIntegration<Kind extends ServiceKind>(
  kind: Kind,
  given: unknown,
  at: FaultPlace,
): ResolvedIntegration {
  const { decorator, findConflicts, complete } = SERVICES[kind];
  const owner = `@${decorator}`;
  const faults = [
    ...checkOptions(owner, given, serviceShape(kind, given), at),
    ...checkResponses(owner, given, at),
  ];
  if (faults.length > 0) return { faults };
  const options = parseOptions(given) as GivenServiceOptions[Kind];
  const conflicts = findConflicts(options, owner);
  if (conflicts.length > 0) {
    return { faults: conflicts.map((conflict) => ({ code: 'invalid-option', at, ...conflict })) };
  }
  const integration = { kind, options: complete(options) } as ServiceIntegration<Kind>;
  return { integration: () => integration as ServiceIntegration, faults };
}
