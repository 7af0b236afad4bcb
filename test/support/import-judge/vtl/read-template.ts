import { readEnclosed, readReference, type Reference } from './read-reference.js';

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'set'; readonly target: string; readonly value: string }
  | {
      readonly kind: 'if';
      readonly conditions: readonly string[];
      readonly branches: readonly (readonly Node[])[];
    }
  | {
      readonly kind: 'foreach';
      readonly variable: string;
      readonly list: string;
      readonly body: readonly Node[];
    };

export interface Template {
  readonly nodes: readonly Node[];
  readonly faults: readonly string[];
}

const DIRECTIVE =
  /#(?:\{(set|if|elseif|else|end|foreach|stop|break)\}|(set|if|elseif|else|end|foreach|stop|break)(?![A-Za-z0-9_]))/y;
const WITH_ARGUMENT = new Set(['set', 'if', 'elseif', 'foreach']);

interface Frame {
  readonly kind: 'root' | 'if' | 'foreach';
  readonly head: string;
  readonly conditions: string[];
  readonly branches: Node[][];
  closedByElse: boolean;
}

/** A mapping template as a tree, with what keeps it from being one. */
export function readTemplate(text: string): Template {
  const faults: string[] = [];
  const stack: Frame[] = [{ kind: 'root', head: '', conditions: [], branches: [[]], closedByElse: false }];
  const push = (node: Node): void => {
    const nodes = stack.at(-1)!.branches.at(-1)!;
    const last = nodes.at(-1);
    if (node.kind !== 'text' || last?.kind !== 'text') nodes.push(node);
    else nodes[nodes.length - 1] = { kind: 'text', text: last.text + node.text };
  };
  for (let index = 0; index < text.length;) {
    const literal = readLiteral(text, index);
    if (literal !== undefined) {
      if (literal.fault !== undefined) faults.push(literal.fault);
      push({ kind: 'text', text: literal.text });
      index = literal.end;
      continue;
    }
    DIRECTIVE.lastIndex = index;
    const directive = DIRECTIVE.exec(text);
    if (directive !== null) {
      const name = directive[1] ?? directive[2]!;
      index += directive[0].length;
      let argument = '';
      if (WITH_ARGUMENT.has(name)) {
        const open = /^[ \t]*/.exec(text.slice(index))![0].length + index;
        const closed = text[open] === '(' ? readEnclosed(text, open) : undefined;
        if (closed === undefined) faults.push(`#${name} without its parentheses`);
        argument = closed?.inner ?? '';
        index = closed?.end ?? index;
      }
      applyDirective(name, argument.trim(), stack, push, faults);
      continue;
    }
    const read = text[index] === '$' ? readReference(text, index) : undefined;
    if (read) push({ kind: 'reference', reference: read.reference });
    else push({ kind: 'text', text: text[index]! });
    index = read?.end ?? index + 1;
  }
  if (stack.length > 1) faults.push(`${stack.length - 1} #end missing`);
  while (stack.length > 1) applyDirective('end', '', stack, push, faults);
  return { nodes: stack[0]!.branches[0]!, faults };
}

/** Comments, unparsed text, and what a backslash keeps from being read. */
function readLiteral(
  text: string,
  at: number,
): { readonly text: string; readonly end: number; readonly fault?: string } | undefined {
  const ahead = text.slice(at, at + 3);
  if (/^\\[$#]/.test(ahead)) return { text: text[at + 1]!, end: at + 2 };
  if (ahead.startsWith('##')) {
    const end = text.indexOf('\n', at);
    return { text: '', end: end === -1 ? text.length : end + 1 };
  }
  const [close, name] =
    ahead === '#[[' ? [']]#', 'unparsed text'] : ahead.startsWith('#*') ? ['*#', 'comment'] : [];
  if (close === undefined) return undefined;
  const end = text.indexOf(close, at + 2);
  if (end === -1) return { text: '', end: text.length, fault: `a ${name} without its end` };
  return { text: name === 'comment' ? '' : text.slice(at + 3, end), end: end + close.length };
}

function applyDirective(
  name: string,
  argument: string,
  stack: Frame[],
  push: (node: Node) => void,
  faults: string[],
): void {
  const top = stack.at(-1)!;
  if (name === 'set') {
    const match = /^\$!?\{?([\w.[\]'"$-]+?)\}?\s*=\s*([\s\S]+)$/.exec(argument);
    if (match) push({ kind: 'set', target: match[1]!, value: match[2]! });
    else faults.push(`#set(${argument})`);
  } else if (name === 'if' || name === 'foreach') {
    if (argument === '') faults.push(`#${name} of nothing`);
    stack.push({ kind: name, head: argument, conditions: [argument], branches: [[]], closedByElse: false });
  } else if (name === 'elseif' || name === 'else') {
    if (top.kind !== 'if' || top.closedByElse) faults.push(`#${name} without #if`);
    else {
      top.branches.push([]);
      if (name === 'else') top.closedByElse = true;
      else top.conditions.push(argument);
    }
  } else if (name === 'end') {
    if (top.kind === 'root') return void faults.push('#end without a beginning');
    stack.pop();
    if (top.kind === 'if') {
      const branches = top.closedByElse ? top.branches : [...top.branches, []];
      return push({ kind: 'if', conditions: top.conditions, branches });
    }
    const loop = /^\$!?\{?([A-Za-z_][\w-]*)\}?\s+in\s+([\s\S]+)$/.exec(top.head);
    if (!loop) faults.push(`#foreach(${top.head})`);
    push({ kind: 'foreach', variable: loop?.[1] ?? '', list: loop?.[2] ?? '', body: top.branches[0]! });
  }
}
