import { formatDeployText } from '../../../values/deploy-text.js';
import { isDeployValue } from '../../../values/deploy-value.js';
import type { DeployTree } from '../../../values/deploy-tree.js';
import type { RestApi } from '../rest-api-output.js';
import type { PlacedOperation } from './list-operations.js';

/**
 * The names of the stage variables that an API reads: in integrations, authorizers and gateway responses. A description
 * that mentions one does not read it.
 */
export function listStageVariables(
  operations: readonly PlacedOperation[],
  { securitySchemes, gatewayResponses }: Pick<RestApi, 'securitySchemes' | 'gatewayResponses'>,
): readonly string[] {
  const names = new Set<string>();
  const read = (tree: DeployTree): void => {
    const text = isDeployValue(tree) ? formatDeployText(tree) : tree;
    if (typeof text === 'string') {
      if (!text.includes('stageVariables')) return;
      for (const [, name] of text.matchAll(VARIABLE)) names.add(name!);
    } else if (typeof text === 'object' && text !== null) {
      for (const member of Object.values(text)) read(member);
    }
  };
  // Many preflights are one.
  for (const integration of new Set(operations.map(({ rendered }) => rendered.integration)))
    read(integration ?? null);
  read(securitySchemes ?? null);
  read(gatewayResponses ?? null);
  return [...names].toSorted();
}

/**
 * `stageVariables.name`, `$stageVariables.get('name')` or `$stageVariables['name']`; the name of a method is not a
 * variable.
 */
const VARIABLE = /\bstageVariables(?:\.get\(\s*["']|\[\s*["']|\.)(\w+)(?![\w(])/g;
