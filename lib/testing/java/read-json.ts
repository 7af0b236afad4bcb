import { BigDecimal } from './big-decimal.js';
import { JsonList, type JavaMap, type JavaValue } from './java-value.js';

/** Digits, sign, point and exponent up to which a number with a fraction is a double; a longer one keeps each digit. */
const DOUBLE_LENGTH = 18;

/** Reads JSON as Java does: `1` is whole, `1.0` is not. Throws a `SyntaxError` for any other text. */
export function readJson(text: string): JavaValue {
  // What follows trusts the text.
  JSON.parse(text);
  const tokens = text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|true|false|null|[[\]{}]/g);
  return readValue(tokens.next().value![0], tokens as Iterator<RegExpExecArray>);
}

function readValue(token: string, tokens: Iterator<RegExpExecArray>): JavaValue {
  switch (token[0]) {
    case '"':
      return JSON.parse(token) as string;
    case '{':
      return readObject(tokens);
    case '[':
      return readList(tokens);
    case 't':
    case 'f':
      return token === 'true';
    case 'n':
      return null;
    default:
      return readNumber(token);
  }
}

function readObject(tokens: Iterator<RegExpExecArray>): JavaMap {
  const object: JavaMap = new Map();
  for (let name = next(tokens); name !== '}'; name = next(tokens)) {
    object.set(JSON.parse(name) as string, readValue(next(tokens), tokens));
  }
  return object;
}

function readList(tokens: Iterator<RegExpExecArray>): JsonList {
  const list = new JsonList();
  for (let item = next(tokens); item !== ']'; item = next(tokens)) list.push(readValue(item, tokens));
  return list;
}

function next(tokens: Iterator<RegExpExecArray>): string {
  return (tokens.next().value as RegExpExecArray)[0];
}

function readNumber(text: string): JavaValue {
  if (/^-?\d+$/.test(text)) return BigInt(text);
  return text.length > DOUBLE_LENGTH ? new BigDecimal(text) : Number(text);
}
