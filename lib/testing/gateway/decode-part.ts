/** A part of a path or a query without its escapes: `caf%C3%A9` is `café`. Bytes that are not UTF-8 stay as they are. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
