import type { Node } from 'web-tree-sitter';
import type { Expression, HclPlace, ObjectMember } from './expression.js';
import { unescapeHcl } from './unescape-hcl.js';

/** Reads expressions of one file. */
export interface ExpressionReader {
  read(node: Node): Expression;
  placeOf(node: Node): HclPlace;
}

export function createExpressionReader(text: string, placeOf: (node: Node) => HclPlace): ExpressionReader {
  function read(node: Node): Expression {
    const parts = node.children.filter(({ type }) => type !== 'comment');
    // `(expression)`, and what is read of it.
    if (parts[0]?.type === '(') return readPostfix(read(parts[1]!), parts.slice(3));
    if (node.type === 'expression') return readSequence(parts);
    return readPrimary(node);
  }

  /** A value and what is read of it: the grammar has both side by side. */
  function readSequence(nodes: readonly Node[]): Expression {
    const [first, ...others] = nodes;
    if (first?.type === '(') return readPostfix(read(nodes[1]!), nodes.slice(3));
    return readPostfix(readPrimary(first!), others);
  }

  function readPostfix(start: Expression, nodes: readonly Node[]): Expression {
    return nodes.reduce<Expression>((of, node) => {
      const at = of.at;
      switch (node.type) {
        case 'get_attr':
          return { kind: 'attribute', of, name: identifierOf(node), at };
        case 'index': {
          const inner = node.namedChildren[0]!;
          const key = inner.namedChildren[0];
          // `list.0`
          if (!key) return { kind: 'index', of, key: number(inner.text.replace(/^\./, ''), inner), at };
          return { kind: 'index', of, key: read(key), at };
        }
        case 'splat': {
          const path = node.namedChildren[0]!.namedChildren.filter(({ type }) => type === 'get_attr');
          return { kind: 'splat', of, path: path.map(identifierOf), at };
        }
        default:
          return { kind: 'operation', operator: node.type, operands: [of], at };
      }
    }, start);
  }

  function number(written: string, node: Node): Expression {
    return { kind: 'literal', value: Number(written), at: placeOf(node) };
  }

  function readPrimary(node: Node): Expression {
    const at = placeOf(node);
    const named = node.namedChildren.filter(({ type }) => type !== 'comment');
    const [first] = named;
    switch (node.type) {
      case 'expression':
        return read(node);
      case 'literal_value':
      case 'collection_value':
      case 'operation':
      case 'for_expr':
      case 'template_expr':
        return first ? readPrimary(first) : { kind: 'operation', operator: node.type, operands: [], at };
      case 'numeric_lit':
        return number(node.text, node);
      case 'bool_lit':
        return { kind: 'literal', value: node.text === 'true', at };
      case 'null_lit':
        return { kind: 'literal', value: null, at };
      case 'string_lit':
      case 'quoted_template':
      case 'heredoc_template':
        return readTemplate(node, at);
      case 'variable_expr':
        return { kind: 'variable', name: node.text, at };
      case 'identifier':
        return { kind: 'literal', value: node.text, at };
      case 'function_call':
        return readCall(named, at);
      case 'tuple':
        return {
          kind: 'list',
          items: named.filter(({ type }) => type === 'expression').map(read),
          at,
        };
      case 'object':
        return {
          kind: 'object',
          members: named.filter(({ type }) => type === 'object_elem').map(readMember),
          at,
        };
      case 'for_tuple_expr':
      case 'for_object_expr':
        return readFor(node, at);
      case 'conditional': {
        const [condition, yes, no] = named.map(read);
        return { kind: 'conditional', condition: condition!, yes: yes!, no: no!, at };
      }
      case 'binary_operation':
      case 'unary_operation':
        return readOperation(node, at);
      default:
        return { kind: 'operation', operator: node.type, operands: named.map(readPrimary), at };
    }
  }

  function readCall([name, given]: readonly Node[], at: HclPlace): Expression {
    const parts = given?.namedChildren ?? [];
    return {
      kind: 'call',
      name: name!.text,
      args: parts.filter(({ type }) => type === 'expression').map(read),
      expands: parts.some(({ type }) => type === 'ellipsis'),
      at,
    };
  }

  function readMember(node: Node): ObjectMember {
    const [key, value] = node.namedChildren.filter(({ type }) => type === 'expression');
    const name = read(key!);
    const isParenthesised = key!.children[0]?.type === '(';
    const isBare = name.kind === 'variable' && !isParenthesised;
    return {
      key: isBare ? { kind: 'literal', value: name.name, at: name.at } : name,
      value: read(value!),
    };
  }

  function readFor(node: Node, at: HclPlace): Expression {
    const intro = node.namedChildren.find(({ type }) => type === 'for_intro')!;
    const names = intro.namedChildren.filter(({ type }) => type === 'identifier').map((one) => one.text);
    const collection = read(intro.namedChildren.find(({ type }) => type === 'expression')!);
    const values = node.namedChildren.filter(({ type }) => type === 'expression').map(read);
    const condition = node.namedChildren
      .find(({ type }) => type === 'for_cond')
      ?.namedChildren.find(({ type }) => type === 'expression');
    const [keyName, valueName] = names.length > 1 ? names : [undefined, names[0]];
    const [key, value] = node.type === 'for_object_expr' ? values : [undefined, values[0]];
    return {
      kind: 'for',
      ...(keyName === undefined ? {} : { keyName }),
      valueName: valueName ?? '',
      collection,
      ...(key ? { key } : {}),
      value: value!,
      ...(condition ? { condition: read(condition) } : {}),
      at,
    };
  }

  /** The operands are not nested: a value stands beside what is read of it. */
  function readOperation(node: Node, at: HclPlace): Expression {
    const operands: Node[][] = [[]];
    let operator = '';
    for (const part of node.children) {
      if (part.type === 'comment') continue;
      if (!part.isNamed && !['(', ')'].includes(part.type)) {
        operator = part.type;
        operands.push([]);
      } else operands.at(-1)!.push(part);
    }
    return {
      kind: 'operation',
      operator,
      operands: operands.filter(({ length }) => length > 0).map(readSequence),
      at,
    };
  }

  function readTemplate(node: Node, at: HclPlace): Expression {
    const isHeredoc = node.type === 'heredoc_template';
    const unescape = (written: string): string => unescapeHcl(written, { isHeredoc });
    const [open, close] = isHeredoc ? heredocRange(node) : quotedRange(node);
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
          : { kind: 'operation', operator: 'directive', operands: expressionsIn(child), at: placeOf(child) },
      );
    }
    addText(close);
    const [only] = parts;
    if (parts.length === 0) return { kind: 'literal', value: '', at };
    if (parts.length > 1) return { kind: 'template', parts, at };
    if (typeof only === 'string') return { kind: 'literal', value: only, at };
    return isHeredoc ? { kind: 'template', parts, at } : only!;
  }

  function expressionsIn(node: Node): readonly Expression[] {
    return node.namedChildren.flatMap((child) =>
      child.type === 'expression' ? [read(child)] : expressionsIn(child),
    );
  }

  function heredocRange(node: Node): readonly [number, number] {
    const names = node.namedChildren.filter(({ type }) => type === 'heredoc_identifier');
    const open = text.indexOf('\n', names[0]!.endIndex) + 1;
    return [open, text.lastIndexOf('\n', names.at(-1)!.startIndex) + 1];
  }

  return { read, placeOf };
}

function quotedRange(node: Node): readonly [number, number] {
  return [node.startIndex + 1, node.endIndex - 1];
}

function identifierOf(node: Node): string {
  return node.namedChildren.find(({ type }) => type === 'identifier')?.text ?? '';
}
