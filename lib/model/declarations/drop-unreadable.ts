import type { AwsGatewayOptions } from '../../aws-gateway.options.js';
import { isObject } from '../../openapi/openapi.js';
import { findUnreadable } from '../../options/find-unreadable.js';
import type { OptionFault } from '../../options/option-fault.js';
import { MODULE_OWNER } from './read-module-defaults.js';

/** The options of the module without values that are not plain data, and the faults of these. */
export function dropUnreadable(options: AwsGatewayOptions): {
  readonly options: AwsGatewayOptions;
  readonly faults: readonly OptionFault[];
} {
  if (!isObject(options)) return { options, faults: [] };
  const whole = findUnreadable(options, 'the options');
  if (whole === undefined) return { options, faults: [] };
  const kept: Record<string, unknown> = {};
  const faults: OptionFault[] = [];
  const keys = listKeys(options);
  for (const key of keys ?? []) {
    const { item, found } = readOption(options, key);
    if (found === undefined) kept[key] = item;
    else faults.push(unreadableFault(MODULE_OWNER, found, {}));
  }
  return { options: kept, faults: keys ? faults : [unreadableFault(MODULE_OWNER, whole, {})] };
}

export function unreadableFault(owner: string, found: string, at: OptionFault['at']): OptionFault {
  return {
    code: 'invalid-option',
    at,
    message: `${owner} was given a value that is not plain data: ${found}`,
    fix: 'Use plain values, without circular references, holes in lists and getters that throw.',
  };
}

function listKeys(options: object): readonly string[] | undefined {
  try {
    return Object.keys(options);
  } catch {
    return undefined;
  }
}

function readOption(options: object, key: string): { readonly item?: unknown; readonly found?: string } {
  // `findUnreadable` calls the getter safely.
  const alone = Object.defineProperty({}, key, Object.getOwnPropertyDescriptor(options, key)!);
  const found = findUnreadable(alone, 'options')?.replace('options.', '');
  return found === undefined ? { item: (options as Readonly<Record<string, unknown>>)[key] } : { found };
}
