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
  const members = tree as Readonly<Record<string, unknown>>;
  for (const key in members) {
    visitDeployOptions(members[key], Array.isArray(tree) ? option : key, found);
  }
}

/** Behind the URL that a placeholder stands for comes the path, behind a function its alias. */
const CONTINUED = ['url', 'functionArn'];
