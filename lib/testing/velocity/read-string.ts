/** A string literal: a quote in it is doubled, and a backslash is a backslash. */
export const STRING = /'(?:[^']|'')*'|"(?:[^"]|"")*"/y;

export interface StringLiteral {
  readonly kind: 'string';
  readonly text: string;
  /** Only a double-quoted string reads references and directives. */
  readonly isTemplate: boolean;
}

/** Only a double-quoted string reads `\u0041`. */
export function readString(literal: string): StringLiteral {
  const quote = literal[0]!;
  const text = literal.slice(1, -1).replaceAll(quote + quote, quote);
  if (quote === "'") return { kind: 'string', text, isTemplate: false };
  const read = text.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return { kind: 'string', text: read, isTemplate: /[$#]/.test(read) };
}
