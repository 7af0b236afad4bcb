import { formatJson } from '../../openapi/format-json.js';

/** The text of a file: YAML for a .yaml or .yml name, JSON otherwise. */
export async function formatDocument(document: unknown, target: string): Promise<string> {
  return /\.ya?ml$/i.test(target)
    ? (await import('./format-yaml.js')).formatYaml(document)
    : formatJson(document);
}
