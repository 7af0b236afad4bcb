/** The text of a file: YAML where its name says so, JSON otherwise. */
export async function formatDocument(document: unknown, target: string): Promise<string> {
  if (/\.ya?ml$/i.test(target)) return (await import('./format-yaml.js')).formatYaml(document);
  return `${JSON.stringify(document, null, 2)}\n`;
}
