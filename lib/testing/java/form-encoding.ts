import { JavaException } from './java-exception.js';

/** UTF-8 as Java writes it: a surrogate without its other half becomes a question mark. */
export function toUtf8(text: string): Buffer {
  return Buffer.from(replaceLone(text), 'utf8');
}

/** What comes out of UTF-8 as Java writes it. */
export function replaceLone(text: string): string {
  return SURROGATE.test(text) ? text.replace(LONE_SURROGATE, '?') : text;
}

const SURROGATE = /[\uD800-\uDFFF]/;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** `application/x-www-form-urlencoded`, as Java's `URLEncoder`: a blank is a plus. */
export function encodeForm(text: string): string {
  return encodeURIComponent(replaceLone(text)).replace(
    /[!'()~]|%20/g,
    (found) => FORM[found] ?? `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const FORM: Readonly<Record<string, string>> = { '%20': '+' };

/** The reverse; a sequence that is not UTF-8 becomes a replacement character. */
export function decodeForm(text: string): string {
  if (/%(?![0-9a-fA-F]{2})/.test(text)) throw new JavaException('urlDecode: an incomplete %');
  return text.replaceAll('+', ' ').replace(/(?:%[0-9a-fA-F]{2})+/g, (bytes) => {
    return Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8');
  });
}
