import { checkResponses } from '../options/check-responses.js';
import type { FaultPlace, OptionFault } from './gateway-model.js';
import { checkOptions } from '../options/option-shape.js';
import type { ResolvedIntegration } from './resolve-integration.js';
import { parseOptions, type ServiceIntegration, type ServiceKind } from '../services/service-integrations.js';
import { SERVICES, serviceShape } from '../services/service-shapes.js';

/** The kind of a service decorator, by its name. */
export const SERVICE_KINDS: ReadonlyMap<string, ServiceKind> = new Map(
  Object.entries(SERVICES).map(([kind, { decorator }]) => [decorator, kind as ServiceKind]),
);

export function resolveServiceIntegration(
  kind: ServiceKind,
  given: unknown,
  at: FaultPlace,
): ResolvedIntegration {
  const owner = `@${SERVICES[kind].decorator}`;
  const faults = [
    ...checkOptions(owner, given, serviceShape(kind, given), at),
    ...conflicts(owner, given, at),
    ...checkResponses(owner, given, at),
  ];
  if (faults.length > 0) return { faults };
  const integration = { kind, options: parseOptions(given) } as ServiceIntegration;
  return { integration: () => integration, faults };
}

function conflicts(owner: string, given: unknown, at: FaultPlace): readonly OptionFault[] {
  const options = given as Readonly<Record<string, unknown>> | undefined;
  if (options?.['action'] !== 'PutItem') return [];
  const fault = (message: string, fix: string): OptionFault => ({ code: 'invalid-option', at, message, fix });
  if (['key', 'item', 'attributes'].every((name) => options[name] === undefined)) {
    return [fault(`${owner} puts an item without attributes`, 'Give it `key`, `item` or `attributes`.')];
  }
  const { condition, key } = options;
  return key === undefined && (condition === 'absent' || condition === 'present')
    ? [
        fault(
          `${owner} has the condition \`${condition}\`, and no \`key\` says which item is looked for`,
          'Give it `key`, its partition key first.',
        ),
      ]
    : [];
}
