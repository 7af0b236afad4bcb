import type { DeployTree } from './deploy-tree.js';
import { parseDeployValue } from './deploy-value.js';

/** Reads every string of a JSON value as a deploy value, except below the keys in `textKeys`, where all is text. */
export function parseDeployValues(value: unknown, textKeys: readonly string[] = []): DeployTree {
  if (typeof value === 'string') return value.includes('${') ? parseDeployValue(value) : value;
  if (Array.isArray(value)) return value.map((item) => parseDeployValues(item, textKeys));
  // The shape of the option accepts JSON only.
  if (typeof value !== 'object' || value === null) return value as DeployTree;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      textKeys.includes(key) ? (item as DeployTree) : parseDeployValues(item, textKeys),
    ]),
  );
}
