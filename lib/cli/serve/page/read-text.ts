/** Bytes as text; undefined for what no text can hold, in a shell or in a literal. */
export function readText(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString('utf8');
  return text.includes('\0') || !Buffer.from(text).equals(bytes) ? undefined : text;
}
