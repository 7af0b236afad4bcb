const NON_ASCII = /[^\0-\x7f]/;
/** A mark after a placeholder would join the last letter of what fills it. */
const MARK_AFTER_PLACEHOLDER = /\}\p{M}/u;

/**
 * Whether Terraform would change a text: it keeps strings in Unicode's composed form (NFC), and a pattern or an enum
 * in another form would come out as another.
 */
export function isComposable(text: string): boolean {
  // Most documents are ASCII, which composes with nothing and is told much sooner.
  return NON_ASCII.test(text) && (text.normalize('NFC') !== text || MARK_AFTER_PLACEHOLDER.test(text));
}

/** Writes what is not ASCII as escapes, which JSON's strings and YAML's double-quoted ones share in `\u`. */
export function escapeNonAscii(text: string, astral: (codePoint: number) => string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    const codePoint = character.codePointAt(0)!;
    return codePoint > 0xffff ? astral(codePoint) : `\\u${codePoint.toString(16).padStart(4, '0')}`;
  });
}
