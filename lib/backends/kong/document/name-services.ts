import { DEFAULT_TIMEOUT } from '../../../model/integrations/timeout-of.js';
import { takeFreeName } from '../../../model/take-free-name.js';
import type { DeployMembers } from '../../../values/deploy-tree.js';
import { formatDeployText } from '../../../values/deploy-text.js';
import { nameOf } from './name-api.js';

export interface NamedService {
  readonly service: DeployMembers;
  /** Whether a service without a name is this one. */
  readonly isOf: (service: DeployMembers) => boolean;
}

/**
 * Each service once, in one order. It is named after its own URL and settings, so that another service does not change
 * its name: decK would give the name to another URL before it moves the routes.
 */
export function nameServices(services: readonly DeployMembers[], api: string): readonly NamedService[] {
  const distinct = new Map(services.map((service) => [JSON.stringify(service), service]));
  const taken = new Set<string>();
  const ordered = [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return ordered.map(([key, service]) => ({
    service: { name: takeFreeName(taken, `${api}.${describe(service)}`, '-'), ...service },
    isOf: (one) => JSON.stringify(one) === key,
  }));
}

function describe({ url, read_timeout: timeout, tls_verify: verifies }: DeployMembers): string {
  const [, scheme = '', host = '', path = ''] = /^(\w+:\/\/)?([^/]*)(.*)$/s.exec(formatDeployText(url)) ?? [];
  const isPlain = /^http:/i.test(scheme) && !/:\d+$/.test(host);
  return [
    nameOf(`${host}${isPlain ? ':80' : ''}${path}`) || 'backend',
    ...(timeout === DEFAULT_TIMEOUT ? [] : [`${String(timeout)}ms`]),
    ...(verifies === false ? ['unverified'] : []),
  ].join('-');
}
