import { parseAssignment, parseExpression, parseLoop, parseReference } from './parse-expression.js';
import { scanTemplate, type Token } from './scan-template.js';
import type { Branch, TemplateNode } from './template-node.js';

type Directive = Extract<Token, { readonly kind: 'directive' }>;

/** By their text: a template runs many times, and so do the strings in it. */
const parsed = new Map<string, readonly TemplateNode[]>();

export function parseTemplate(template: string): readonly TemplateNode[] {
  const known = parsed.get(template);
  if (known) return known;
  const { nodes, end } = parseNodes(scanTemplate(template));
  if (end) throw new SyntaxError(`#${end.name} without its #if or #foreach`);
  parsed.set(template, nodes);
  return nodes;
}

/** Nodes up to the directive that ends or divides their block. */
function parseNodes(tokens: Iterator<Token>): {
  readonly nodes: readonly TemplateNode[];
  readonly end?: Directive;
} {
  const nodes: TemplateNode[] = [];
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value;
    if (token.kind === 'text') nodes.push(token);
    else if (token.kind === 'reference') nodes.push({ ...token, reference: parseReference(token.source) });
    else if (['end', 'else', 'elseif'].includes(token.name)) return { nodes, end: token };
    else nodes.push(parseDirective(token, tokens));
  }
  return { nodes };
}

function parseDirective({ name, argument }: Directive, tokens: Iterator<Token>): TemplateNode {
  switch (name) {
    case 'set': {
      const [target, value] = parseAssignment(argument);
      return { kind: 'set', target, value };
    }
    case 'if':
      return { kind: 'if', branches: [...parseBranches(argument, tokens)] };
    case 'foreach': {
      const { to, from } = parseLoop(argument);
      const { nodes, end } = parseNodes(tokens);
      if (end?.name !== 'end') throw new SyntaxError('#foreach without its #end');
      return { kind: 'foreach', item: to, list: from, nodes };
    }
    default:
      return { kind: 'break' };
  }
}

function* parseBranches(argument: string, tokens: Iterator<Token>): Generator<Branch> {
  const { nodes, end } = parseNodes(tokens);
  yield { condition: parseExpression(argument), nodes };
  if (end?.name === 'elseif') {
    yield* parseBranches(end.argument, tokens);
  } else if (end?.name === 'else') {
    const last = parseNodes(tokens);
    if (last.end?.name !== 'end') throw new SyntaxError('#else without its #end');
    yield { nodes: last.nodes };
  } else if (!end) {
    throw new SyntaxError('#if without its #end');
  }
}
