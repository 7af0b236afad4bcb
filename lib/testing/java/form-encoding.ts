import { JavaException } from './java-exception.js';

/** UTF-8 as Java writes it: a surrogate without its other half becomes a question mark. */
export function toUtf8(text: string): Buffer {
  return Buffer.from(text.replace(LONE_SURROGATE, '?'), 'utf8');
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** `application/x-www-form-urlencoded`, as Java's `URLEncoder`: a blank is a plus. */
export function encodeForm(text: string): string {
  return [...toUtf8(text)]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      if (/[A-Za-z0-9._*-]/.test(char)) return char;
      return char === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

/** The reverse; a sequence that is no UTF-8 becomes a replacement character. */
export function decodeForm(text: string): string {
  if (/%(?![0-9a-fA-F]{2})/.test(text)) throw new JavaException('urlDecode: an incomplete %');
  return text.replaceAll('+', ' ').replace(/(?:%[0-9a-fA-F]{2})+/g, (bytes) => {
    return Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8');
  });
}
