import type { GatewaySettings } from '../../../model/settings/gateway-settings.js';
import type { DeployMembers, DeployTree } from '../../../values/deploy-tree.js';
import { isDeployMap } from '../../../values/deploy-tree.js';
import {
  isDeployValue,
  isImportVariable,
  joinDeployValue,
  type DeployValue,
  type ImportVariable,
} from '../../../values/deploy-value.js';
import type { Refusal } from '../../refusal.js';

const OPTIONS = {
  'AWS::Region': 'region',
  'AWS::Partition': 'partition',
  'AWS::AccountId': 'accountId',
} as const satisfies Record<ImportVariable['variable'], keyof GatewaySettings>;

/** A tree with the values of the module instead of API Gateway's variables, and a refusal of those without a value. */
export function placeVariables<Tree extends DeployTree>(
  tree: Tree,
  settings: GatewaySettings,
): { readonly tree: Tree; readonly refusals: readonly Refusal[] } {
  const missing = new Set<ImportVariable['variable']>();
  const placeIn = (value: DeployTree | undefined): DeployTree | undefined => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item: DeployTree) => placeIn(item)!);
    if (isDeployValue(value)) return placeValue(value);
    if (isDeployMap(value)) {
      return {
        '@deployMap': value['@deployMap'].map(([key, item]) => [placeValue(key), placeIn(item)!] as const),
      };
    }
    const members = Object.entries(value as DeployMembers);
    return Object.fromEntries(members.map(([key, item]) => [key, placeIn(item)]));
  };
  const placeValue = (value: DeployValue): DeployValue => {
    if (!value['@deploy'].some(isImportVariable)) return value;
    return joinDeployValue(
      ...value['@deploy'].map((part) => {
        if (!isImportVariable(part)) return { '@deploy': [part] };
        const own = settings[OPTIONS[part.variable]];
        if (own['@deploy'].some(isImportVariable)) missing.add(part.variable);
        return own;
      }),
    );
  };
  const placed = placeIn(tree) as Tree;
  return { tree: placed, refusals: [...missing].map(refuseVariable) };
}

function refuseVariable(variable: ImportVariable['variable']): Refusal {
  const option = OPTIONS[variable];
  return {
    what: `\`\${${variable}}\``,
    why: 'only API Gateway fills it in',
    fix: `Set \`forRoot({ ${option}: '\${aws_${option.toLowerCase()}}' })\`, or its value.`,
  };
}
