import { takeFreeName } from '../../../model/take-free-name.js';
import type { DeployMembers } from '../../../values/deploy-tree.js';
import { formatDeployText } from '../../../values/deploy-text.js';
import { nameOf } from './name-api.js';

export interface NamedService {
  readonly service: DeployMembers;
  /** Whether a service without a name is this one. */
  readonly isOf: (service: DeployMembers) => boolean;
}

/** Each service once, named after its host, in the order of names. */
export function nameServices(services: readonly DeployMembers[], api: string): readonly NamedService[] {
  const distinct = new Map(services.map((service) => [JSON.stringify(service), service]));
  const taken = new Set<string>();
  const ordered = [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return ordered.map(([key, service]) => ({
    service: { name: takeFreeName(taken, `${api}.${hostOf(service)}`, '-'), ...service },
    isOf: (one) => JSON.stringify(one) === key,
  }));
}

function hostOf({ url }: DeployMembers): string {
  const [, host = ''] = /^(?:https?:\/\/)?([^/]*)/i.exec(formatDeployText(url)) ?? [];
  return nameOf(host) || 'backend';
}
