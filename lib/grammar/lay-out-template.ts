import { CLOSING, parseJsonTemplate, type JsonTemplateNode } from './parse-json-template.js';

/** The longest object or list of several members that stays on one line. */
const WIDTH = 80;
/** The longest text of a condition that stays on its line, such as the comma between entries. */
const SHORT = 16;

/**
 * A template that prints JSON, on lines of its own. Blanks come only between the tokens of the JSON, never into its
 * strings. Any other template stays as it is.
 *
 * @param printed whether lines may add blanks to what the template prints, as indentation does. Otherwise they end only
 *   behind directives, where Velocity drops the line break
 */
export function layOutTemplate(template: string, printed: boolean): string {
  const nodes = parseJsonTemplate(template, !printed);
  if (!nodes) return template;
  let written = '';
  let pending: LineBreak | undefined;
  for (const piece of layOut(nodes, 0, printed)) {
    if (typeof piece !== 'string') {
      pending = piece;
      continue;
    }
    written += written === '' || !pending ? piece : `\n${'  '.repeat(pending.depth)}${piece}`;
    pending = undefined;
  }
  return written;
}

interface LineBreak {
  readonly depth: number;
}

type Piece = string | LineBreak;

function* layOut(nodes: readonly JsonTemplateNode[], depth: number, printed: boolean): Generator<Piece> {
  const lineBreak = printed ? [{ depth }] : [];
  const inner = printed ? [{ depth: depth + 1 }] : [];
  const behindDirective = { depth: printed ? depth : 0 };
  for (const [index, node] of nodes.entries()) {
    if (node.kind === 'comma') {
      yield ',';
      if (index > 0) yield* lineBreak;
    } else if (fitsLine(node)) yield flatten(node);
    else if (node.kind === 'set') {
      yield* lineBreak;
      yield node.text;
      yield behindDirective;
    } else if (node.kind === 'group') {
      yield node.open;
      yield* inner;
      yield* layOut(node.nodes, depth + 1, printed);
      yield* lineBreak;
      yield CLOSING[node.open]!;
    } else if (node.kind === 'block') {
      yield* lineBreak;
      for (const branch of node.branches) {
        yield branch.head;
        yield { depth: printed ? depth + 1 : 0 };
        yield* layOut(branch.nodes, depth + 1, printed);
        yield* lineBreak;
      }
      yield node.end;
      yield behindDirective;
    }
  }
}

function fitsLine(node: JsonTemplateNode): boolean {
  if (node.kind === 'text') return true;
  if (node.kind === 'group') {
    return !hasDirective(node) && (!hasComma(node) || flatten(node).length <= WIDTH);
  }
  return (
    node.kind === 'block' &&
    !/^#\{?foreach/.test(node.branches[0]!.head) &&
    node.branches.every(({ nodes }) => nodes.every(({ kind }) => kind === 'text' || kind === 'comma')) &&
    node.branches.map(({ nodes }) => nodes.map(flatten).join('')).join('').length <= SHORT
  );
}

function hasDirective(node: JsonTemplateNode): boolean {
  return node.kind === 'group' ? node.nodes.some(hasDirective) : node.kind === 'set' || node.kind === 'block';
}

function hasComma(node: JsonTemplateNode): boolean {
  return node.kind === 'group' ? node.nodes.some(hasComma) : node.kind === 'comma';
}

function flatten(node: JsonTemplateNode): string {
  if (node.kind === 'comma') return ',';
  if (node.kind === 'group') return `${node.open}${node.nodes.map(flatten).join('')}${CLOSING[node.open]}`;
  if (node.kind === 'block') {
    const branches = node.branches.map(({ head, nodes }) => head + nodes.map(flatten).join(''));
    return branches.join('') + node.end;
  }
  return node.text;
}
