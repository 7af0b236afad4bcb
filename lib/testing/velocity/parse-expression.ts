import { ExpressionCursor, type Span } from './expression-cursor.js';
import { parseOperand, parseReference } from './parse-operand.js';
import type { Expression, Operator, Reference } from './template-node.js';

/** From the weakest to the strongest, with the words that stand for operators; each level reads from left to right. */
const LEVELS: readonly RegExp[] = [
  /\|\||or(?!\w)/y,
  /&&|and(?!\w)/y,
  /==|!=|(?:eq|ne)(?!\w)/y,
  /<=|>=|<|>|(?:lt|le|gt|ge)(?!\w)/y,
  /[+-]/y,
  /[*/%]/y,
];

const WORDS: Readonly<Record<string, Operator>> = {
  or: '||',
  and: '&&',
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/** The condition of an `#if`. */
export function parseCondition(span: Span): Expression {
  return parseWhole(span, (cursor) => parseLevel(cursor, 0));
}

/** A reference that stands in text. */
export function parsePrinted(span: Span): Reference {
  return parseWhole(span, parseReference);
}

/** `$name = value` of a `#set`. */
export function parseAssignment(span: Span): readonly [target: Reference, value: Expression] {
  return parseWhole(span, (cursor) => {
    const target = parseTarget(cursor);
    cursor.expect('=');
    return [target, parseLevel(cursor, 0)];
  });
}

/** `$item in list` of a `#foreach`. */
export function parseLoop(span: Span): { readonly item: string; readonly list: Expression } {
  return parseWhole(span, (cursor) => {
    const { name } = parseTarget(cursor);
    cursor.skipBlanks();
    if (!cursor.take(/in(?!\w)/y)) throw cursor.error('`in` is missing');
    return { item: name, list: parseOperand(cursor) };
  });
}

function parseTarget(cursor: ExpressionCursor): Reference {
  cursor.skipBlanks();
  if (!cursor.sees(/\$/y)) throw cursor.error('a variable is missing');
  return parseReference(cursor);
}

function parseWhole<Parsed>(span: Span, parse: (cursor: ExpressionCursor) => Parsed): Parsed {
  const cursor = new ExpressionCursor(span);
  const parsed = parse(cursor);
  cursor.expectEnd();
  return parsed;
}

function parseLevel(cursor: ExpressionCursor, level: number): Expression {
  const pattern = LEVELS[level];
  if (!pattern) return parseUnary(cursor);
  let left = parseLevel(cursor, level + 1);
  for (;;) {
    cursor.skipBlanks();
    // `-1` is a number: Velocity needs a blank between a minus and what it subtracts.
    const written = cursor.sees(/-\.?\d/y) ? undefined : cursor.take(pattern)?.[0];
    if (written === undefined) return left;
    const operator = WORDS[written] ?? (written as Operator);
    left = { kind: 'binary', operator, left, right: parseLevel(cursor, level + 1) };
  }
}

function parseUnary(cursor: ExpressionCursor): Expression {
  cursor.skipBlanks();
  if (cursor.take(/!|not(?!\w)/y)) return { kind: 'not', operand: parseUnary(cursor) };
  if (!cursor.takeMark('(')) return parseOperand(cursor);
  const inner = parseLevel(cursor, 0);
  cursor.expect(')');
  return inner;
}
