import { isComposed } from './is-composed.js';

/** A combining mark after a placeholder would join the last letter of its value. */
const MARK_AFTER_PLACEHOLDER = /\}\p{M}/u;

/**
 * Whether Terraform would change a text: it stores strings in the composed form of Unicode (NFC), which changes a pattern
 * or an enum in another form.
 */
export function isComposable(text: string): boolean {
  return !isComposed(text) || MARK_AFTER_PLACEHOLDER.test(text);
}

/** Writes characters that are not ASCII as `\u` escapes, which JSON and double-quoted YAML strings share. */
export function escapeNonAscii(text: string, astral: (codePoint: number) => string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => {
    const codePoint = character.codePointAt(0)!;
    return codePoint > 0xffff ? astral(codePoint) : `\\u${codePoint.toString(16).padStart(4, '0')}`;
  });
}
