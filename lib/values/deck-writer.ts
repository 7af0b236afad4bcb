import type { TreeWriter } from './deploy-tree.js';

/**
 * Writes for decK, which runs its files as templates of Go: placeholders are its environment values, and every other
 * `${{` comes out as it stands. The backquotes are those of Go's raw strings: they need no escape in JSON and YAML.
 *
 * "Using environment variables with decK"
 */
export const DECK: TreeWriter = {
  text: (text) => text.replaceAll('${{', '${{ `${{` }}'),
  placeholder: (name) => `\${{ env \`${environmentName(name)}\` }}`,
};

/** The environment variable of a placeholder. decK reads only names with this prefix. */
export function environmentName(placeholder: string): string {
  return `DECK_${placeholder.toUpperCase()}`;
}
