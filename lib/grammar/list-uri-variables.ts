/** The names of the `{variables}` in the text of a URI, each once. A placeholder, `${name}`, is not one. */
export function listUriVariables(uri: string): readonly string[] {
  return [...new Set(Array.from(uri.matchAll(/(?<!\$)\{([^{}]+)\}/g), (match) => match[1]!))];
}
