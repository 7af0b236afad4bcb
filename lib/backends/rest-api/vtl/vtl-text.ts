import {
  isDeployValue,
  joinDeployValue,
  mapDeployText,
  type DeployValue,
  type PlaceholderPlace,
} from '../../../values/deploy-value.js';
import { isComposed } from '../../../openapi/is-composed.js';
import { parseOptionText, type OptionText } from '../../../values/option-text.js';
import { listRequestValues } from '../../../services/list-request-values.js';
import { isRequestValue, type RequestValue } from '../../../values/request-value.js';

/** A piece of a template. */
export type Vtl = string | DeployValue;

export function join(...pieces: readonly Vtl[]): DeployValue {
  return joinDeployValue(...pieces);
}

/** Text inside a JSON string, so that neither JSON nor VTL reads anything in it. */
export function jsonText(text: string, depth = 1): string {
  if (depth === 0) return text.replaceAll('$', '\\u0024').replaceAll('#', '\\u0023');
  // A backslash in front of a reference would be VTL's escape.
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\\\', '\\u005c');
  const isKept = isComposed(text) && !/^\p{M}/u.test(text);
  return jsonText(isKept ? escaped : escaped.replace(/[^\0-\x7f]/g, escapeUnit), depth - 1);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A name that an author chose, with placeholders and variables of the stage in it, inside a JSON string. */
export function jsonName(name: OptionText): DeployValue {
  return writeValue(typeof name === 'string' ? parseOptionText(name) : name, inJson());
}

/** A string literal of VTL that stands for any text: only letters, digits, `%`, `-`, `_`, `.` are in it. */
export function vtlString(text: string): string {
  if (/^[\w./:*-]*$/.test(text)) return `'${text}'`;
  return `$util.urlDecode('${formText(text)}')`;
}

/** Half a character, which UTF-8 cannot hold. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text in a form body, and inside VTL strings. */
export function formText(text: string): string {
  return encodeURIComponent(text.replace(LONE_SURROGATE, '\uFFFD')).replace(
    /[!'()*~]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A VTL expression that is always a string: nothing when what it reads is missing. */
export function printOrNothing(reference: string): string {
  return `"$!{${reference}}"`;
}

/** Escapes an expression for the inside of a JSON string, `depth` times over: JSON text can stand in JSON text. */
export function escapeJson(expression: string, depth = 1): string {
  if (depth === 0) return expression;
  // escapeJavaScript also escapes apostrophes, which JSON does not allow.
  return `$util.escapeJavaScript(${escapeJson(expression, depth - 1)}).replaceAll("\\\\'","'")`;
}

/** A call's result, in braces: text behind it that begins like a property, an index or a map stays text. */
export function print(call: string): string {
  return `$!{${call.slice(1)}}`;
}

/** How a value is written in one place of a template. */
export interface Place {
  /** Fixed text. */
  readonly text: (text: string) => string;
  /** What a placeholder in it says of the place. Absent: its values can hold nothing that the place reads. */
  readonly within?: PlaceholderPlace;
  /** What a VTL expression prints, which is a string. */
  readonly expression: (expression: string) => string;
}

/** Inside a JSON string; deeper when that string is JSON text itself. */
export const inJson = (depth = 1): Place => ({
  text: (text) => jsonText(text, depth),
  within: depth > 1 ? 'json2' : 'json',
  expression: (expression) => print(escapeJson(expression, depth)),
});

/** In a form body (`application/x-www-form-urlencoded`); `depth` JSON strings deep in it. */
export const inForm = (depth = 0): Place => ({
  text: (text) => formText(depth === 0 ? text : jsonEscaped(text, depth)),
  within: depth > 0 ? 'form_json' : 'form',
  expression: (expression) => print(`$util.urlEncode(${escapeJson(expression, depth)})`),
});

function jsonEscaped(text: string, depth: number): string {
  return depth === 0 ? text : jsonEscaped(JSON.stringify(text).slice(1, -1), depth - 1);
}

/** Writes a value, fixed or of the request, for a place. */
export function writeValue(value: Vtl | RequestValue, place: Place): DeployValue {
  if (!isRequestValue(value))
    return isDeployValue(value) ? mapDeployText(value, place.text, place.within) : join(place.text(value));
  switch (value['@request']) {
    case 'text':
      return join(...value.parts.map((part) => writeValue(part, place)));
    case 'vtl':
      return join(value.code);
    default:
      return join(place.expression(readExpression(value)));
  }
}

/** The VTL expression of a value, as a string; a missing one is empty. */
export function readExpression(value: Exclude<RequestValue, { '@request': 'text' | 'vtl' }>): string {
  switch (value['@request']) {
    case 'body':
      return printOrNothing(`input.path('${value.path}')`);
    case 'rawBody':
      return '$input.body';
    case 'path':
      return decodedPath(value.name);
    case 'query':
      return printOrNothing(`input.params().querystring.get(${vtlString(value.name)})`);
    case 'header':
      return printOrNothing(headerVariable(value.name));
    case 'context': {
      const key = /^authorizer\.(.+)$/.exec(value.name)?.[1];
      return key === undefined ? printOrNothing(`context.${value.name}`) : readAuthorizer(key);
    }
    case 'authorizer':
      return readAuthorizer(value.name);
    case 'stage':
      return printOrNothing(`stageVariables[${vtlString(value.name)}]`);
  }
}

/** API Gateway hands the value on as it stands in the URL, where a plus is a plus and no blank. */
function decodedPath(name: string): string {
  return `$util.urlDecode($input.params().path.get(${vtlString(name)}).replace('+','%2B'))`;
}

/**
 * Names that others choose are read as keys: property syntax takes no digit or `_` at the front and no colon, and
 * reads a Java class where it is `class`.
 */
function readAuthorizer(name: string): string {
  const claim = /^claims\.(.+)$/.exec(name)?.[1];
  return claim === undefined
    ? printOrNothing(`context.authorizer[${vtlString(name)}]`)
    : printOrNothing(`context.authorizer.claims[${vtlString(claim)}]`);
}

function headerVariable(name: string): string {
  return `header${[...name.toLowerCase()].map((char) => (/[a-z0-9]/.test(char) ? char : `_${char.charCodeAt(0)}`)).join('')}`;
}

/**
 * What must stand before a template so that its values can be read: headers, which keep the caller's spelling. They
 * are not read by `$input.params(name)`, which would take a path or query parameter of the same name for them.
 */
export function prologue(values: unknown): string {
  return [...new Set(listHeaders(values))]
    .map((name) => {
      const variable = `$${headerVariable(name)}`;
      return (
        `#set(${variable} = "")` +
        `#foreach($name in $input.params().header.keySet())` +
        `#if($name.equalsIgnoreCase(${vtlString(name)}))#set(${variable} = $input.params().header.get($name))#end` +
        // What follows may be a letter, which a plain #end would take for its own.
        `#{end}`
      );
    })
    .join('');
}

function* listHeaders(value: unknown): Generator<string> {
  for (const found of listRequestValues(value)) if (found['@request'] === 'header') yield found.name;
}
