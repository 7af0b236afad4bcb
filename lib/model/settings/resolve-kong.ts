import type { AwsKongOptions } from '../../aws-gateway.options.js';
import type { OptionFault } from '../../options/option-fault.js';
import { checkOptions } from '../../options/option-shape.js';
import { KONG } from '../../options/kong-shapes.js';
import { parsePlaceholders } from '../../values/deploy-value.js';
import type { KongSettings } from './gateway-settings.js';

/** Reads `forRoot({ kong })`, which is checked whatever the gateway is. */
export function resolveKong(given: AwsKongOptions | undefined): {
  readonly settings: KongSettings;
  readonly faults: readonly OptionFault[];
} {
  if (given === undefined) return { settings: DEFAULTS, faults: [] };
  const faults = checkOptions('`forRoot({ kong })`', given, KONG, {});
  if (faults.length > 0) return { settings: DEFAULTS, faults };
  const { dialect = DEFAULTS.dialect, name, upstream, consumers = [] } = given;
  return {
    settings: {
      dialect,
      ...(name === undefined ? {} : { name }),
      ...(upstream === undefined ? {} : { upstream: parsePlaceholders(upstream.replace(/\/+$/, '')) }),
      consumers: consumers.map(({ username, apiKeys }) => ({
        username,
        apiKeys: apiKeys.map(parsePlaceholders),
      })),
    },
    faults,
  };
}

const DEFAULTS: KongSettings = { dialect: 'deck', consumers: [] };
