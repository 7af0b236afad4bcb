import { escapeNonAscii, isComposable } from './escape-composable.js';

/** The text of a JSON file, whose strings Terraform reads as they are. */
export function formatJson(document: unknown): string {
  const text = `${JSON.stringify(document, null, 2)}\n`;
  return isComposable(text) ? escapeNonAscii(text, toSurrogates) : text;
}

/** JSON escapes UTF-16 units: two for a character beyond the basic plane. */
function toSurrogates(codePoint: number): string {
  return JSON.stringify(String.fromCodePoint(codePoint))
    .slice(1, -1)
    .replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
}
