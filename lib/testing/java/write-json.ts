import { BigDecimal } from './big-decimal.js';
import { JavaObject, type JavaValue } from './java-value.js';
import { printDouble } from './print-double.js';

/**
 * JSON text as json-smart writes it, the JSON library of Jayway JsonPath: as `$input.json` prints it, or, for the `web`,
 * as a list prints itself, with `\/` for a slash.
 */
export function writeJson(value: JavaValue, style: 'plain' | 'web' = 'plain'): string {
  if (value === null || value instanceof JavaObject) return 'null';
  if (typeof value === 'string') return `"${escape(value, style)}"`;
  if (typeof value === 'number') return Number.isFinite(value) ? printDouble(value) : 'null';
  if (Array.isArray(value)) return `[${value.map((item: JavaValue) => writeJson(item, style)).join(',')}]`;
  if (value instanceof Map) {
    const members = [...value].map(
      ([name, member]) => `"${escape(name, style)}":${writeJson(member, style)}`,
    );
    return `{${members.join(',')}}`;
  }
  return value instanceof BigDecimal ? value.toString() : String(value);
}

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escape(text: string, style: 'plain' | 'web'): string {
  const escaped = text.replace(
    // eslint-disable-next-line no-control-regex
    /["\\\u0000-\u001f\u007f-\u009f\u2000-\u20ff]/g,
    (char) => SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return style === 'web' ? escaped.replaceAll('/', '\\/') : escaped;
}
