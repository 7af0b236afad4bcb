import { remember } from '../java/remember.js';
import { parseAssignment, parseCondition, parseLoop, parsePrinted } from './parse-expression.js';
import { scanTemplate, type Token } from './scan-template.js';
import { templateError } from './template-error.js';
import type { Branch, TemplateNode } from './template-node.js';

type Directive = Extract<Token, { readonly kind: 'directive' }>;

/** A template runs many times, and so do the strings in it. */
export const parseTemplate = remember((template): readonly TemplateNode[] => {
  const { nodes, end } = parseNodes(scanTemplate(template));
  if (end) throw without(end, '#if or #foreach');
  return nodes;
}, 10_000);

/** Nodes up to the directive that ends or divides their block. */
function parseNodes(tokens: Iterator<Token>): {
  readonly nodes: readonly TemplateNode[];
  readonly end?: Directive;
} {
  const nodes: TemplateNode[] = [];
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value;
    if (token.kind === 'text') nodes.push(token);
    else if (token.kind === 'reference') nodes.push(parseText(token));
    else if (['end', 'else', 'elseif'].includes(token.name)) return { nodes, end: token };
    else nodes.push(parseDirective(token, tokens));
  }
  return { nodes };
}

function parseText({ span, backslashes }: Extract<Token, { readonly kind: 'reference' }>): TemplateNode {
  const source = span.template.slice(span.begin, span.end);
  return { kind: 'reference', reference: parsePrinted(span), source, backslashes };
}

function parseDirective(directive: Directive, tokens: Iterator<Token>): TemplateNode {
  switch (directive.name) {
    case 'set': {
      const [target, value] = parseAssignment(directive.span);
      return { kind: 'set', target, value };
    }
    case 'if':
      return { kind: 'if', branches: [...parseBranches(directive, tokens)] };
    case 'foreach': {
      const loop = parseLoop(directive.span);
      const { nodes, end } = parseNodes(tokens);
      if (end?.name !== 'end') throw without(directive, '#end');
      return { kind: 'foreach', ...loop, nodes };
    }
    default:
      return { kind: 'break' };
  }
}

function* parseBranches(directive: Directive, tokens: Iterator<Token>): Generator<Branch> {
  const condition = parseCondition(directive.span);
  const { nodes, end } = parseNodes(tokens);
  yield { condition, nodes };
  if (end?.name === 'elseif') {
    yield* parseBranches(end, tokens);
  } else if (end?.name === 'else') {
    const last = parseNodes(tokens);
    if (last.end?.name !== 'end') throw without(end, '#end');
    yield { nodes: last.nodes };
  } else if (!end) {
    throw without(directive, '#end');
  }
}

function without({ name, span }: Directive, part: string): SyntaxError {
  return templateError(span.template, span.begin, `#${name} has no ${part}`);
}
