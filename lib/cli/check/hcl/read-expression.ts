import type { Node } from 'web-tree-sitter';
import type { Expression, HclPlace, ObjectMember } from './expression.js';
import type { ExpressionReader } from './expression-reader.js';
import { readTemplate } from './read-template.js';

export function createExpressionReader(text: string, placeOf: (node: Node) => HclPlace): ExpressionReader {
  const reader: ExpressionReader = { text, placeOf, read: (node) => readExpression(node, reader) };
  return reader;
}

function readExpression(node: Node, reader: ExpressionReader): Expression {
  const parts = node.children.filter(({ type }) => type !== 'comment');
  // `(expression)`, and what is read of it.
  if (parts[0]?.type === '(') return readPostfix(reader.read(parts[1]!), parts.slice(3), reader);
  if (node.type === 'expression') return readSequence(parts, reader);
  return readPrimary(node, reader);
}

/** A value and what is read of it: the grammar has both side by side. */
function readSequence(nodes: readonly Node[], reader: ExpressionReader): Expression {
  const [first, ...others] = nodes;
  if (first?.type === '(') return readPostfix(reader.read(nodes[1]!), nodes.slice(3), reader);
  return readPostfix(readPrimary(first!, reader), others, reader);
}

function readPostfix(
  start: Expression,
  nodes: readonly Node[],
  { read, placeOf }: ExpressionReader,
): Expression {
  return nodes.reduce<Expression>((of, node) => {
    const at = of.at;
    switch (node.type) {
      case 'get_attr':
        return { kind: 'attribute', of, name: identifierOf(node), at };
      case 'index': {
        const inner = node.namedChildren[0]!;
        const key = inner.namedChildren[0];
        // `list.0`
        if (!key)
          return { kind: 'index', of, key: number(inner.text.replace(/^\./, ''), placeOf(inner)), at };
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

function number(written: string, at: HclPlace): Expression {
  return { kind: 'literal', value: Number(written), at };
}

function readPrimary(node: Node, reader: ExpressionReader): Expression {
  const { read } = reader;
  const at = reader.placeOf(node);
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
      return first
        ? readPrimary(first, reader)
        : { kind: 'operation', operator: node.type, operands: [], at };
    case 'numeric_lit':
      return number(node.text, at);
    case 'bool_lit':
      return { kind: 'literal', value: node.text === 'true', at };
    case 'null_lit':
      return { kind: 'literal', value: null, at };
    case 'string_lit':
    case 'quoted_template':
    case 'heredoc_template':
      return readTemplate(node, at, reader);
    case 'variable_expr':
      return { kind: 'variable', name: node.text, at };
    case 'identifier':
      return { kind: 'literal', value: node.text, at };
    case 'function_call':
      return readCall(named, at, reader);
    case 'tuple':
      return {
        kind: 'list',
        items: named.filter(({ type }) => type === 'expression').map(read),
        at,
      };
    case 'object':
      return {
        kind: 'object',
        members: named
          .filter(({ type }) => type === 'object_elem')
          .map((member) => readMember(member, reader)),
        at,
      };
    case 'for_tuple_expr':
    case 'for_object_expr':
      return readFor(node, at, reader);
    case 'conditional': {
      const [condition, yes, no] = named.map(read);
      return { kind: 'conditional', condition: condition!, yes: yes!, no: no!, at };
    }
    case 'binary_operation':
    case 'unary_operation':
      return readOperation(node, at, reader);
    default:
      return {
        kind: 'operation',
        operator: node.type,
        operands: named.map((one) => readPrimary(one, reader)),
        at,
      };
  }
}

function readCall([name, given]: readonly Node[], at: HclPlace, { read }: ExpressionReader): Expression {
  const parts = given?.namedChildren ?? [];
  return {
    kind: 'call',
    name: name!.text,
    args: parts.filter(({ type }) => type === 'expression').map(read),
    expands: parts.some(({ type }) => type === 'ellipsis'),
    at,
  };
}

function readMember(node: Node, { read }: ExpressionReader): ObjectMember {
  const [key, value] = node.namedChildren.filter(({ type }) => type === 'expression');
  const name = read(key!);
  const isParenthesised = key!.children[0]?.type === '(';
  const isBare = name.kind === 'variable' && !isParenthesised;
  return {
    key: isBare ? { kind: 'literal', value: name.name, at: name.at } : name,
    value: read(value!),
  };
}

function readFor(node: Node, at: HclPlace, { read }: ExpressionReader): Expression {
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
function readOperation(node: Node, at: HclPlace, reader: ExpressionReader): Expression {
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
    operands: operands.filter(({ length }) => length > 0).map((nodes) => readSequence(nodes, reader)),
    at,
  };
}

function identifierOf(node: Node): string {
  return node.namedChildren.find(({ type }) => type === 'identifier')?.text ?? '';
}
