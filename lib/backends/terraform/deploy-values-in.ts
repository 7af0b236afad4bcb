import { isDeployValue, type DeployValue } from '../../values/deploy-value.js';

/** The deploy values in a tree. */
export function deployValuesIn(tree: unknown): readonly DeployValue[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return isDeployValue(tree) ? [tree] : Object.values(tree).flatMap(deployValuesIn);
}
