import { takeFreeName } from '../../../model/take-free-name.js';
import type { DeployMembers, DeployTree } from '../../../values/deploy-tree.js';
import { formatDeployText } from '../../../values/deploy-text.js';

const SECTION = 'x-amazon-apigateway-integrations';

export interface SharedIntegrations {
  /** Absent: each route has its own. */
  readonly components?: DeployMembers;
  /** The integration as it stands at a route: itself, or a reference. */
  readonly referTo: (integration: DeployMembers) => DeployTree;
}

/** An API has at most 300 integrations, which AWS does not raise: routes with the same integration share one. */
export function shareIntegrations(
  integrations: readonly DeployMembers[],
  inline: boolean,
): SharedIntegrations {
  const uses = new Map<string, DeployMembers[]>();
  for (const integration of integrations) {
    const key = JSON.stringify(integration);
    uses.set(key, [...(uses.get(key) ?? []), integration]);
  }
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const components: Record<string, DeployTree> = {};
  if (!inline) {
    for (const [key, [integration, ...others]] of uses) {
      if (!integration || others.length === 0) continue;
      const name = takeFreeName(taken, nameOf(integration), '_');
      components[name] = integration;
      names.set(key, name);
    }
  }
  return {
    ...(names.size > 0 ? { components: { [SECTION]: sortKeys(components) } } : {}),
    referTo: (integration) => {
      const name = names.get(JSON.stringify(integration));
      return name === undefined ? integration : { $ref: `#/components/${SECTION}/${name}` };
    },
  };
}

/** What is called, in the letters that the name of a component may have. */
function nameOf({ integrationSubtype, uri }: DeployMembers): string {
  const text = formatDeployText(integrationSubtype ?? uri);
  const called = /(?:functions\/)?(?:\S*:function:)?([^/:]+?)(?:\/invocations)?$/.exec(text)?.[1] ?? text;
  return called.replace(/[^\w.-]+/g, '_').replace(/^_+|_+$/g, '') || 'integration';
}

function sortKeys(members: Readonly<Record<string, DeployTree>>): DeployMembers {
  return Object.fromEntries(Object.entries(members).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
