import type { Node } from 'web-tree-sitter';
import type { Attribute, Block, Body } from './expression.js';
import type { ExpressionReader } from './expression-reader.js';

/** Reads the attributes and blocks of a file or a block. */
export function readBody(node: Node | undefined, reader: ExpressionReader): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (const child of node?.namedChildren ?? []) {
    if (child.type === 'attribute') {
      const [name, value] = child.namedChildren.filter(({ type }) => type !== 'comment');
      if (!name || !value) continue;
      attributes.set(name.text, {
        name: name.text,
        value: reader.read(value),
        at: reader.placeOf(name),
      });
    } else if (child.type === 'block') {
      const [type, ...labels] = child.namedChildren.filter(({ type: kind }) =>
        ['identifier', 'string_lit'].includes(kind),
      );
      blocks.push({
        type: type!.text,
        labels: labels.map((label) => label.text.replace(/^"|"$/g, '')),
        body: readBody(
          child.namedChildren.find(({ type: kind }) => kind === 'body'),
          reader,
        ),
        at: reader.placeOf(child),
      });
    }
  }
  return { attributes, blocks };
}
