import { SERVICES } from '../services/services.js';
import { isDeployValue } from '../values/deploy-value.js';
import type { GatewayModel } from './gateway-model.js';

export interface PrivateValue {
  readonly value: string;
  /** `the host of a backend` */
  readonly what: string;
}

/** Options whose value names a resource of the account. */
const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(SERVICES).flatMap(({ privateNames }) => Object.entries(privateNames))),
  vpcLink: 'the id of a VPC link',
  connectionId: 'the id of a VPC link',
  vpcEndpointIds: 'the id of a VPC endpoint',
  accountId: 'the id of the account',
};

/**
 * Literal text of the options that belongs only in the private document: hosts of backends, names of resources, ids.
 * A name that is an ordinary word is left out, because descriptions often contain it.
 */
export function listPrivateValues({ settings, routes, authorizers }: GatewayModel): readonly PrivateValue[] {
  const found = new Map<string, string>();
  const add = (value: string, what: string): void => void (found.has(value) || found.set(value, what));
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      for (const [, host] of value.matchAll(/\bhttps?:\/\/([^\s/:?#'"${}]+\.[^\s/:?#'"${}]+)/g)) {
        add(host!, 'the host of a backend');
      }
      for (const [, account] of value.matchAll(/\barn:[\w-]+:[a-z0-9-]+:[\w-]*:(\d{12}):/g)) {
        add(account!, 'the id of the account');
      }
      const what = Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
      if (what && value.length > 5 && /[^A-Za-z${}]/.test(value) && !value.includes('${')) add(value, what);
    } else if (isDeployValue(value)) {
      for (const part of value['@deploy']) if (typeof part === 'string') walk(part, key);
    } else if (Array.isArray(value)) {
      for (const item of value) walk(item, key);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) walk(item, name);
    }
  };
  const { accountId, endpoint, credentials, policy } = settings;
  walk({ accountId, endpoint, credentials, policy }, '');
  for (const { publicScheme: _, ...authorizer } of authorizers) walk(authorizer, '');
  // Many routes share one integration.
  for (const integration of new Set(routes.map((route) => route.integration))) {
    // What a mock answers is public.
    if (integration && integration.kind !== 'mock') walk(integration, '');
  }
  return [...found].map(([value, what]) => ({ value, what }));
}
