import type { Span } from './expression-cursor.js';
import { STRING } from './read-string.js';
import { templateError } from './template-error.js';

/** A piece of a template, by where it begins and ends. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly span: Span; readonly backslashes: number }
  /** The span is that of the argument, or of the directive where it has none. */
  | { readonly kind: 'directive'; readonly name: string; readonly span: Span };

/** The directives with an argument in parentheses, and those without. */
const WITH_ARGUMENT = ['set', 'if', 'elseif', 'foreach'];
const PLAIN = ['else', 'end', 'break'];
/** Velocity has them; what API Gateway makes of them is not documented. */
const OTHERS = ['define', 'evaluate', 'include', 'macro', 'parse', 'stop'];

/** Splits a template as Velocity 1.7 does, with its blanks and backslashes. */
export function* scanTemplate(template: string): Generator<Token> {
  let text = '';
  let at = 0;
  const takeText = function* (): Generator<Token> {
    if (text !== '') yield { kind: 'text', text };
    text = '';
  };
  while (at < template.length) {
    const skipped = skipComment(template, at);
    if (skipped !== undefined) {
      yield* takeText();
      if (skipped.raw !== undefined) yield { kind: 'text', text: skipped.raw };
      at = skipped.end;
      continue;
    }
    const end = template[at] === '$' ? endOfReference(template, at) : undefined;
    const directive = template[at] === '#' ? readDirective(template, at) : undefined;
    const backslashes = end === undefined && !directive ? 0 : /\\*$/.exec(text)![0].length;
    if (end !== undefined) {
      text = text.slice(0, text.length - backslashes);
      yield* takeText();
      yield { kind: 'reference', span: { template, begin: at, end }, backslashes };
      at = end;
    } else if (directive && backslashes % 2 === 0) {
      if (directive.name === 'set') text = text.replace(/^[ \t]+$/, '');
      yield* takeText();
      yield { kind: 'directive', name: directive.name, span: directive.span };
      at = directive.end;
    } else {
      // An escaped directive is text without its backslash.
      if (directive) text = text.slice(0, -1);
      text += template[at];
      at += 1;
    }
  }
  yield* takeText();
}

/** A comment, with the end of its line, or unparsed text. */
function skipComment(
  template: string,
  at: number,
): { readonly end: number; readonly raw?: string } | undefined {
  const found = match(/##[^\r\n]*(?:\r?\n)?|#\*[\s\S]*?\*#|#\[\[([\s\S]*?)\]\]#/y, template, at);
  if (!found) return undefined;
  return { end: at + found[0].length, ...(found[1] === undefined ? {} : { raw: found[1] }) };
}

function readDirective(
  template: string,
  at: number,
): { readonly name: string; readonly span: Span; readonly end: number } | undefined {
  const found = match(/#(?:\{(\w+)\}|(\w+))/y, template, at);
  const name = found?.[1] ?? found?.[2] ?? '';
  if (!found || ![...WITH_ARGUMENT, ...PLAIN, ...OTHERS].includes(name)) return undefined;
  if (OTHERS.includes(name)) throw new Error(`the tester does not run #${name}`);
  let end = at + found[0].length;
  let span: Span = { template, begin: at, end };
  if (WITH_ARGUMENT.includes(name)) {
    const open = match(/[ \t]*\(/y, template, end);
    if (!open) return undefined;
    const begin = end + open[0].length;
    end = endOfBrackets(template, begin - 1);
    span = { template, begin, end: end - 1 };
  }
  // A directive takes the rest of its line, when that is blank, with it.
  return { name, span, end: end + (match(/[ \t]*\r?\n/y, template, end)?.[0].length ?? 0) };
}

/** Behind `$a.b(…)[…]`, `$!a` or `${a}`; undefined where the dollar is text. */
function endOfReference(template: string, at: number): number | undefined {
  const start = match(/\$!?(\{?)[A-Za-z_][\w-]*/y, template, at);
  if (!start) return undefined;
  let end = at + start[0].length;
  for (;;) {
    const property = match(/\.[A-Za-z_][\w-]*/y, template, end);
    if (property) {
      end += property[0].length;
      if (template[end] === '(') end = endOfBrackets(template, end);
    } else if (template[end] === '[') {
      end = endOfBrackets(template, end);
    } else {
      break;
    }
  }
  if (start[1] === '') return end;
  if (template[end] !== '}') throw templateError(template, at, 'the `}` of the reference is missing');
  return end + 1;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Behind the bracket that closes the one at `open`; what stands in strings does not count. */
function endOfBrackets(template: string, open: number): number {
  const expected: string[] = [];
  for (let at = open; at < template.length;) {
    const char = template[at]!;
    const string = match(STRING, template, at);
    if (string) {
      at += string[0].length;
      continue;
    }
    if (char in CLOSING) expected.push(CLOSING[char]!);
    if (char === expected.at(-1)) expected.pop();
    at += 1;
    if (expected.length === 0) return at;
  }
  throw templateError(template, open, 'the closing bracket is missing');
}

function match(pattern: RegExp, template: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(template);
}
