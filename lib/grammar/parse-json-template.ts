import { listTemplateTokens, type TemplateToken } from './template-tokens.js';

/** A piece of a template that prints JSON. */
export type JsonTemplateNode =
  /** A string with its quotes, a reference, a number, a colon. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'comma' }
  | { readonly kind: 'set'; readonly text: string }
  /** An object or a list. */
  | { readonly kind: 'group'; readonly open: string; readonly nodes: readonly JsonTemplateNode[] }
  /** From `#if` or `#foreach` to its `#end`. */
  | { readonly kind: 'block'; readonly branches: readonly Branch[]; readonly end: string };

export interface Branch {
  /** `#if(…)`, `#elseif(…)`, `#else` or `#foreach(…)`. */
  readonly head: string;
  readonly nodes: readonly JsonTemplateNode[];
}

interface Frame {
  readonly closes: '}' | ']' | 'end' | undefined;
  readonly open: string;
  readonly nodes: JsonTemplateNode[];
  readonly branches: Branch[];
}

export const CLOSING: Readonly<Record<string, '}' | ']'>> = { '{': '}', '[': ']' };

/**
 * A template that prints one JSON object or list, whichever way its conditions go, without its line breaks. Undefined
 * where it may print something else, or where quotes and brackets are not closed on the level that opens them.
 *
 * @param isJsonReference whether a reference may stand in the place of the object
 */
export function parseJsonTemplate(
  template: string,
  isJsonReference: boolean,
): readonly JsonTemplateNode[] | undefined {
  if (/##|#\*|#\[\[/.test(template)) return undefined;
  const nodes = parseNodes([...listTemplateTokens(template)]);
  const isJson = nodes?.every((node) => printsJson(node, isJsonReference)) === true;
  return isJson && nodes.some(hasGroup) ? nodes : undefined;
}

function parseNodes(tokens: readonly TemplateToken[]): readonly JsonTemplateNode[] | undefined {
  const root: Frame = { closes: undefined, open: '', nodes: [], branches: [] };
  const stack: Frame[] = [root];
  for (let at = 0; at < tokens.length; at += 1) {
    const { text, directive } = tokens[at]!;
    const top = stack.at(-1)!;
    if (text === '"') {
      const end = endOfString(tokens, at);
      if (end === undefined) return undefined;
      const string = tokens.slice(at, end + 1).map((token) => token.text);
      top.nodes.push({ kind: 'text', text: string.join('') });
      at = end;
    } else if (directive === 'set') top.nodes.push({ kind: 'set', text });
    else if (directive === 'if' || directive === 'foreach') {
      stack.push({ closes: 'end', open: text, nodes: [], branches: [] });
    } else if (directive === 'else' || directive === 'elseif') {
      if (top.closes !== 'end') return undefined;
      stack.pop();
      stack.push({ ...top, open: text, nodes: [], branches: [...top.branches, branchOf(top)] });
    } else if (directive === 'end') {
      if (top.closes !== 'end') return undefined;
      stack.pop();
      stack.at(-1)!.nodes.push({ kind: 'block', branches: [...top.branches, branchOf(top)], end: text });
    } else if (directive !== undefined) return undefined;
    else if (text in CLOSING) stack.push({ closes: CLOSING[text], open: text, nodes: [], branches: [] });
    else if (text === '}' || text === ']') {
      if (top.closes !== text) return undefined;
      stack.pop();
      stack.at(-1)!.nodes.push({ kind: 'group', open: top.open, nodes: top.nodes });
    } else if (!isLayout(tokens, at))
      top.nodes.push(text === ',' ? { kind: 'comma' } : { kind: 'text', text });
  }
  return stack.length === 1 ? root.nodes : undefined;
}

/** A line break, or a blank between one and what the line begins with. */
function isLayout(tokens: readonly TemplateToken[], at: number): boolean {
  const { text } = tokens[at]!;
  if (text === '\n' || text === '\r') return true;
  if (text !== ' ' && text !== '\t') return false;
  return at === 0 || isLayout(tokens, at - 1);
}

function branchOf({ open, nodes }: Frame): Branch {
  return { head: open, nodes };
}

/** The quote that closes a string of JSON. Directives between the quotes are closed there too. */
function endOfString(tokens: readonly TemplateToken[], open: number): number | undefined {
  let depth = 0;
  for (let at = open + 1; at < tokens.length; at += 1) {
    const { text, directive } = tokens[at]!;
    if (directive === 'if' || directive === 'foreach') depth += 1;
    else if (directive === 'end') depth -= 1;
    if (depth < 0) return undefined;
    if (text === '"') return depth === 0 ? at : undefined;
  }
  return undefined;
}

/** Outside of objects and lists no text is printed: it might not be JSON. */
function printsJson(node: JsonTemplateNode, isJsonReference: boolean): boolean {
  if (node.kind === 'block') {
    return node.branches.every(({ nodes }) => nodes.every((inner) => printsJson(inner, isJsonReference)));
  }
  if (node.kind === 'text') return isJsonReference && node.text.startsWith('$');
  return node.kind !== 'comma';
}

function hasGroup(node: JsonTemplateNode): boolean {
  if (node.kind === 'block') return node.branches.some(({ nodes }) => nodes.some(hasGroup));
  return node.kind === 'group';
}
