import type { ExpressionCursor } from './expression-cursor.js';
import { readString, STRING } from './read-string.js';
import type { Expression, Reference, Step } from './template-node.js';

const NAME = /[A-Za-z_][\w-]*/y;
/** The dot of a range, `1..2`, is not that of a number. */
const DECIMAL = /-?(?:\d+\.(?!\.)\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)/y;
const WHOLE = /-?\d+/y;

/**
 * A literal or a reference. Velocity takes nothing else in a list, in a map, as an argument of a method and behind the
 * `in` of a `#foreach`: an expression must be put into a variable first.
 */
export function parseOperand(cursor: ExpressionCursor): Expression {
  cursor.skipBlanks();
  const operand = parseKnown(cursor);
  if (!operand) throw cursor.error('a value is missing');
  return operand;
}

function parseKnown(cursor: ExpressionCursor): Expression | undefined {
  if (cursor.sees(/\$/y)) return parseReference(cursor);
  const string = cursor.take(STRING);
  if (string) return readString(string[0]);
  const decimal = cursor.take(DECIMAL);
  if (decimal) return { kind: 'number', value: Number(decimal[0]) };
  const whole = cursor.take(WHOLE);
  if (whole) return { kind: 'number', value: BigInt(whole[0]) };
  const word = cursor.take(/(?:true|false)(?!\w)/y);
  if (word) return { kind: 'boolean', value: word[0] === 'true' };
  if (cursor.take(/\[/y)) return parseList(cursor);
  return cursor.take(/\{/y) ? parseMap(cursor) : undefined;
}

function parseList(cursor: ExpressionCursor): Expression {
  if (cursor.take(/\]/y)) return { kind: 'list', items: [] };
  const first = parseOperand(cursor);
  if (isIndex(first) && cursor.takeMark('..')) {
    const to = parseOperand(cursor);
    if (!isIndex(to)) throw cursor.error('a range ends with a whole number');
    cursor.expect(']');
    return { kind: 'range', from: first, to };
  }
  return { kind: 'list', items: [first, ...parseRest(cursor, ']', parseOperand)] };
}

function parseMap(cursor: ExpressionCursor): Expression {
  if (cursor.takeMark('}')) return { kind: 'map', entries: [] };
  return { kind: 'map', entries: [parseEntry(cursor), ...parseRest(cursor, '}', parseEntry)] };
}

function parseEntry(cursor: ExpressionCursor): readonly [Expression, Expression] {
  const key = parseOperand(cursor);
  cursor.expect(':');
  return [key, parseOperand(cursor)];
}

/** What the ends of a range are; it is not known before the template runs what a reference holds. */
function isIndex(operand: Expression): boolean {
  return operand.kind === 'reference' || (operand.kind === 'number' && typeof operand.value === 'bigint');
}

/** What stands behind the first of several, each after a comma, and their closing mark. */
function parseRest<Item>(
  cursor: ExpressionCursor,
  close: string,
  parse: (cursor: ExpressionCursor) => Item,
): readonly Item[] {
  const items: Item[] = [];
  while (cursor.takeMark(',')) items.push(parse(cursor));
  cursor.skipBlanks();
  if (!cursor.take(new RegExp(`\\${close}`, 'y'))) throw cursor.error(`\`,\` or \`${close}\` is missing`);
  return items;
}

/** `$name.property.method(argument)[index]`, also as `$!name`, `${name}` and `$!{name}`. */
export function parseReference(cursor: ExpressionCursor): Reference {
  const brace = cursor.take(/\$!?(\{?)/y)?.[1];
  const name = cursor.take(NAME)?.[0];
  if (name === undefined) throw cursor.error('the name of a variable is missing');
  const path = [...parseSteps(cursor)];
  if (brace === '{' && !cursor.take(/\}/y)) throw cursor.error('`}` is missing');
  return { kind: 'reference', name, path };
}

function* parseSteps(cursor: ExpressionCursor): Generator<Step> {
  for (;;) {
    const name = cursor.take(/\.([A-Za-z_][\w-]*)/y)?.[1];
    if (name !== undefined) {
      if (cursor.take(/\(/y)) yield { kind: 'method', name, args: parseArguments(cursor) };
      else yield { kind: 'property', name };
    } else if (cursor.take(/\[/y)) {
      const index = parseOperand(cursor);
      if (!isIndex(index) && index.kind !== 'string' && index.kind !== 'boolean')
        throw cursor.error('an index is a whole number, a string or a reference');
      cursor.skipBlanks();
      if (!cursor.take(/\]/y)) throw cursor.error('`]` is missing');
      yield { kind: 'index', index };
    } else {
      return;
    }
  }
}

function parseArguments(cursor: ExpressionCursor): readonly Expression[] {
  if (cursor.take(/\)/y)) return [];
  return [parseOperand(cursor), ...parseRest(cursor, ')', parseOperand)];
}
