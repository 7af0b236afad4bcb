import { listReferences, type Reference } from './read-reference.js';
import type { Node } from './read-template.js';

/** How far what a caller sent is kept from being read as JSON: not at all, but for apostrophes, or wholly. */
type Level = 'raw' | 'half' | 'clean';
type Variables = Map<string, Level>;

const RANK: Readonly<Record<Level, number>> = { clean: 0, half: 1, raw: 2 };
/** `escapeJavaScript` writes `\'`, which JSON does not know. */
const UNDO = /\.replaceAll\(\s*(["'])\\\\'\1/;
/** Methods whose answer is no text of the caller's. */
const HARMLESS = new Set(
  'size length isEmpty contains containsKey equals equalsIgnoreCase matches indexOf'.split(' '),
);

interface Reading {
  readonly side: 'request' | 'response';
  readonly language: 'json' | 'form' | 'other';
  readonly variables: Variables;
  readonly found: (what: string) => void;
  inString: boolean;
}

/** A caller's input that can leave the place where a template puts it. */
export function judgeEscaping(
  nodes: readonly Node[],
  side: 'request' | 'response',
  found: (what: string) => void,
): void {
  const text = textOf(nodes).trim();
  const language = /^[{[]/.test(text) ? 'json' : /^(Action|Version)=/.test(text) ? 'form' : 'other';
  if (language !== 'other') visit(nodes, { side, language, variables: new Map(), found, inString: false });
}

function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'if') return textOf(node.branches[0]!);
      return node.kind === 'foreach' ? textOf(node.body) : '';
    })
    .join('');
}

function visit(nodes: readonly Node[], reading: Reading): void {
  for (const node of nodes) {
    if (node.kind === 'text') {
      if (reading.language === 'json') readText(node.text, reading);
    } else if (node.kind === 'reference') judgeOutput(node.reference, reading);
    else if (node.kind === 'set') {
      if (/^[\w-]+$/.test(node.target)) {
        const level = levelOf(node.value, reading);
        // What one branch leaves raw stays so.
        const before = reading.variables.get(node.target) ?? 'clean';
        reading.variables.set(node.target, RANK[before] > RANK[level] ? before : level);
      }
    } else if (node.kind === 'if') {
      const before = reading.inString;
      const after = node.branches.map((branch) => {
        reading.inString = before;
        visit(branch, reading);
        return reading.inString;
      });
      // Without `#else` the last branch is empty: what the first does to the string counts.
      reading.inString = after[0]!;
    } else if (node.kind === 'foreach') {
      reading.variables.set(node.variable, levelOf(node.list, reading));
      visit(node.body, reading);
    }
  }
}

function readText(text: string, reading: Reading): void {
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '"') reading.inString = !reading.inString;
    else if (text[index] === '\n' && reading.inString) reading.found('a line ends within a string of JSON');
  }
}

function judgeOutput(reference: Reference, { language, inString, found, ...reading }: Reading): void {
  const level = levelOfReference(reference, { ...reading, language, inString, found });
  if (level === 'clean') return;
  if (language === 'form') found(`what a caller sends can add a parameter: $${reference.source}`);
  else if (inString && level === 'half') found(`an apostrophe breaks the JSON: $${reference.source}`);
  else if (inString) found(`what a caller sends can end the string: $${reference.source}`);
  else if (reference.source.startsWith('input.params')) {
    found(`what a caller sends stands as JSON: $${reference.source}`);
  }
}

function levelOf(expression: string, reading: Reading): Level {
  return highest(listReferences(expression).map((reference) => levelOfReference(reference, reading)));
}

function highest(levels: readonly Level[]): Level {
  return levels.reduce<Level>((most, level) => (RANK[level] > RANK[most] ? level : most), 'clean');
}

function levelOfReference({ root, steps, source }: Reference, reading: Reading): Level {
  if (HARMLESS.has(steps.at(-1)?.name ?? '')) return 'clean';
  const [first] = steps;
  if (root === 'input') return first?.name === 'params' || reading.side === 'request' ? 'raw' : 'clean';
  if (root === 'context')
    return first?.name === 'identity' && steps[1]?.name === 'userAgent' ? 'raw' : 'clean';
  if (root === 'util') {
    const { name, args = '' } = first ?? {};
    const given = levelOf(args, reading);
    if (name === 'urlEncode' || name === 'base64Encode') return 'clean';
    if (name === 'escapeJavaScript') return given === 'clean' || UNDO.test(source) ? 'clean' : 'half';
    return given;
  }
  return reading.variables.get(root) ?? 'clean';
}
