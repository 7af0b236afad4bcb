import { JavaObject, type JavaValue } from '../java/java-value.js';
import { printJava } from '../java/print-java.js';
import { assign, evaluate, isTrue, readReference, type Scope } from './evaluate.js';
import { parseTemplate } from './parse-template.js';
import type { TemplateNode } from './template-node.js';

type Of<Kind extends TemplateNode['kind']> = Extract<TemplateNode, { readonly kind: Kind }>;

/** How often API Gateway runs a `#foreach` at most. */
const MAX_ITERATIONS = 1000;

/** Ends the innermost `#foreach`. */
class Break extends Error {
  constructor(readonly printed: string) {
    super('#break outside of #foreach');
  }
}

/**
 * Runs a template on Java values and returns what it prints. A reference without a value prints nothing. Directives
 * that API Gateway does not document are refused.
 */
export function runTemplate(template: string, variables: Readonly<Record<string, JavaValue>>): string {
  const scope: Scope = {
    variables: new Map(Object.entries(variables)),
    print: (text) => printNodes(parseTemplate(text), scope),
  };
  return scope.print(template);
}

function printNodes(nodes: readonly TemplateNode[], scope: Scope): string {
  let printed = '';
  for (const node of nodes) {
    try {
      printed += printNode(node, scope);
    } catch (thrown) {
      throw thrown instanceof Break ? new Break(printed + thrown.printed) : thrown;
    }
  }
  return printed;
}

function printNode(node: TemplateNode, scope: Scope): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'reference':
      return printReference(node, scope);
    case 'set':
      assign(node.target, evaluate(node.value, scope), scope);
      return '';
    case 'if': {
      const taken = node.branches.find(({ condition }) => !condition || isTrue(condition, scope));
      return taken ? printNodes(taken.nodes, scope) : '';
    }
    case 'foreach':
      return printForeach(node, scope);
    case 'break':
      throw new Break('');
  }
}

/** Two backslashes in front of a reference print one, and one makes it text, if it has a value. */
function printReference({ reference, source, backslashes }: Of<'reference'>, scope: Scope): string {
  const value = readReference(reference, scope);
  if (backslashes % 2 === 1)
    return '\\'.repeat((value === null ? backslashes + 1 : backslashes - 1) / 2) + source;
  return '\\'.repeat(backslashes / 2) + (value === null ? '' : printJava(value));
}

function printForeach({ item, list: given, nodes }: Of<'foreach'>, scope: Scope): string {
  const list = listItems(evaluate(given, scope));
  if (list.length > MAX_ITERATIONS) {
    throw new RangeError(
      `API Gateway runs #foreach at most ${MAX_ITERATIONS} times, but the list has ${list.length} items`,
    );
  }
  const { variables } = scope;
  const names = [item, 'foreach', 'velocityCount'];
  const before = names.map((name) => [name, variables.get(name) ?? null] as const);
  let printed = '';
  for (const [index, value] of list.entries()) {
    variables.set(item, value);
    variables.set('foreach', describeLoop(index, list.length));
    variables.set('velocityCount', BigInt(index + 1));
    try {
      printed += printNodes(nodes, scope);
    } catch (thrown) {
      if (!(thrown instanceof Break)) throw thrown;
      printed += thrown.printed;
      break;
    }
  }
  for (const [name, value] of before) variables.set(name, value);
  return printed;
}

function listItems(value: JavaValue): readonly JavaValue[] {
  if (value instanceof Map) return [...value.values()];
  return Array.isArray(value) ? [...(value as readonly JavaValue[])] : [];
}

function describeLoop(index: number, length: number): JavaObject {
  const hasNext = index + 1 < length;
  return new JavaObject(
    { index: BigInt(index), count: BigInt(index + 1), hasNext, first: index === 0, last: !hasNext },
    { hasNext: () => hasNext },
  );
}
