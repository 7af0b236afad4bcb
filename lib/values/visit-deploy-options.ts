import { isDeployValue, isPlaceholder } from './deploy-value.js';

/**
 * Finds the placeholders of options, each with the name of its option. Entries of lists have the name of the list.
 *
 * @param option the name of the option that `tree` is
 */
export function visitDeployOptions(
  tree: unknown,
  option: string,
  found: (placeholder: string, option: string, isWhole: boolean) => void,
): void {
  if (typeof tree !== 'object' || tree === null) return;
  if (isDeployValue(tree)) {
    const parts = tree['@deploy'];
    for (const [index, part] of parts.entries()) {
      const isWhole = parts.length === 1 || (index === 0 && CONTINUED.includes(option));
      if (isPlaceholder(part)) found(part.placeholder, option, isWhole);
    }
    return;
  }
  for (const [key, value] of Object.entries(tree)) {
    visitDeployOptions(value, Array.isArray(tree) ? option : key, found);
  }
}

/** Behind the URL that a placeholder stands for comes the path, behind a function its alias. */
const CONTINUED = ['url', 'functionArn'];
