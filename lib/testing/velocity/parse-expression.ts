import { parse } from 'velocityjs';
import type { Expression, Reference } from './template-node.js';

/** A string literal: a quote in it is doubled, and a backslash is a backslash. */
export const STRING = /'(?:[^']|'')*'|"(?:[^"]|"")*"/y;

export function parseReference(source: string): Reference {
  return parseSnippet(source, ([reference]) => reference) as Reference;
}

export function parseExpression(source: string): Expression {
  return parseSnippet(
    `#if(${source})#end`,
    ([block]) => (block as readonly { condition: unknown }[])[0]!.condition,
  );
}

/** `$name = value` of a `#set`. */
export function parseAssignment(source: string): readonly [Reference, Expression] {
  return parseSnippet(`#set(${source})`, ([set]) => (set as { equal: unknown }).equal) as never;
}

/** `$item in list` of a `#foreach`. */
export function parseLoop(source: string): { readonly to: string; readonly from: Expression } {
  return parseSnippet(`#foreach(${source})#end`, ([block]) => (block as readonly unknown[])[0]) as never;
}

/**
 * velocityjs parses what stands between the strings: those have rules of their own, so that it sees only their
 * numbers.
 */
function parseSnippet(source: string, pick: (nodes: readonly unknown[]) => unknown): Expression {
  const strings: string[] = [];
  let masked = '';
  for (let at = 0; at < source.length;) {
    STRING.lastIndex = at;
    const literal = STRING.exec(source)?.[0];
    masked += literal === undefined ? source[at] : `'${strings.push(literal) - 1}'`;
    at += literal?.length ?? 1;
  }
  let nodes: readonly unknown[];
  try {
    nodes = parse(masked) as readonly unknown[];
  } catch (thrown) {
    throw new SyntaxError(`cannot parse ${source}`, { cause: thrown });
  }
  return restoreStrings(pick(nodes), strings) as Expression;
}

function restoreStrings(node: unknown, strings: readonly string[]): unknown {
  if (Array.isArray(node)) return node.map((item) => restoreStrings(item, strings));
  if (typeof node !== 'object' || node === null) return node;
  const { type, value } = node as { readonly type?: string; readonly value?: unknown };
  if (type === 'string') return readString(strings[Number(value)]!);
  const isMap = type === 'map';
  return Object.fromEntries(
    Object.entries(node).map(([key, member]) => [
      key,
      isMap && key === 'value' ? restoreMap(member, strings) : restoreStrings(member, strings),
    ]),
  );
}

function restoreMap(members: unknown, strings: readonly string[]): unknown {
  return Object.fromEntries(
    Object.entries(members ?? {}).map(([key, member]) => {
      const name = strings[Number(key.replace(/^'|'$/g, ''))];
      return [name === undefined ? key : readString(name).value, restoreStrings(member, strings)];
    }),
  );
}

/** Only a double-quoted string reads references, and `\u0041`. */
function readString(literal: string): {
  readonly type: 'string';
  readonly value: string;
  readonly isEval: boolean;
} {
  const quote = literal[0]!;
  const value = literal.slice(1, -1).replaceAll(quote + quote, quote);
  if (quote === "'") return { type: 'string', value, isEval: false };
  return {
    type: 'string',
    value: value.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    ),
    isEval: true,
  };
}
