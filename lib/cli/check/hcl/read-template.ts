import type { Node } from 'web-tree-sitter';
import type { Expression, HclPlace } from './expression.js';
import type { ExpressionReader } from './expression-reader.js';
import { unescapeHcl } from './unescape-hcl.js';

/** A quoted text or a heredoc: its text, and the expressions in it. */
export function readTemplate(
  node: Node,
  at: HclPlace,
  reader: Pick<ExpressionReader, 'text' | 'read' | 'placeOf'>,
): Expression {
  const { text, read, placeOf } = reader;
  const isHeredoc = node.type === 'heredoc_template';
  const unescape = (written: string): string => unescapeHcl(written, { isHeredoc });
  const [open, close] = isHeredoc ? heredocRange(node, text) : quotedRange(node);
  const parts: (string | Expression)[] = [];
  let end = open;
  const addText = (until: number): void => {
    const written = unescape(text.slice(end, until));
    if (written !== '') parts.push(written);
  };
  for (const child of node.namedChildren) {
    if (child.type !== 'template_interpolation' && child.type !== 'template_directive') continue;
    addText(child.startIndex);
    end = child.endIndex;
    const inner = child.namedChildren.find(({ type }) => type === 'expression');
    parts.push(
      child.type === 'template_interpolation' && inner
        ? read(inner)
        : {
            kind: 'operation',
            operator: 'directive',
            operands: expressionsIn(child, read),
            at: placeOf(child),
          },
    );
  }
  addText(close);
  const [only] = parts;
  if (parts.length === 0) return { kind: 'literal', value: '', at };
  if (parts.length > 1) return { kind: 'template', parts, at };
  if (typeof only === 'string') return { kind: 'literal', value: only, at };
  return isHeredoc ? { kind: 'template', parts, at } : only!;
}

function expressionsIn(node: Node, read: ExpressionReader['read']): readonly Expression[] {
  return node.namedChildren.flatMap((child) =>
    child.type === 'expression' ? [read(child)] : expressionsIn(child, read),
  );
}

function heredocRange(node: Node, text: string): readonly [number, number] {
  const names = node.namedChildren.filter(({ type }) => type === 'heredoc_identifier');
  const open = text.indexOf('\n', names[0]!.endIndex) + 1;
  return [open, text.lastIndexOf('\n', names.at(-1)!.startIndex) + 1];
}

function quotedRange(node: Node): readonly [number, number] {
  return [node.startIndex + 1, node.endIndex - 1];
}
