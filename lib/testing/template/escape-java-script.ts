const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  "'": "\\'",
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** `$util.escapeJavaScript`, as commons-lang writes it: also `\'`, which is not JSON, and all but ASCII as `\uXXXX`. */
export function escapeJavaScript(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex
    /["'\\/\u0000-\u001f\u0080-\uffff]/g,
    (char) => SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
