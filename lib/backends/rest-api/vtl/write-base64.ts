import { parseOptionText, type OptionText } from '../../../values/option-text.js';
import { givenJson, whenGiven, type Given } from './given.js';
import type { RouteView } from '../../../model/documents/view-route.js';
import {
  isDeployValue,
  isPlaceholder,
  mapDeployText,
  type DeployPart,
  type DeployValue,
} from '../../../values/deploy-value.js';
import { isRequestValue, type RequestValue } from '../../../values/request-value.js';
import { escapeJson, formText, join, readExpression, vtlString, type Vtl } from './vtl-text.js';
import type { JsonValue } from './write-json.js';
import { isScalar } from '../../../openapi/data-type.js';
import { memberType } from '../../../openapi/member-type.js';

/**
 * Data in base64 is encoded as a whole, so its pieces are put into variables first and joined in a string of nothing
 * but references: whatever a piece holds, VTL reads nothing in it.
 */
export function writeBase64(
  value: JsonValue,
  route: Pick<RouteView, 'requestType'>,
): { readonly before: Vtl; readonly expression: string } {
  // The body byte by byte, as it came.
  if (isRequestValue(value) && isWholeBody(value)) {
    return { before: '', expression: '$util.base64Encode($input.body)' };
  }
  const { before, names } = assign(listPieces(value, route), 0);
  return { before, expression: `$util.base64Encode("${names.map((name) => `$!{${name}}`).join('')}")` };
}

function isWholeBody(value: RequestValue): boolean {
  return value['@request'] === 'rawBody' || (value['@request'] === 'body' && value.path === '$');
}

/** Part of the data: a VTL expression that is a string, or a member that stands only where its value is given. */
type Piece = Vtl | OptionalMember;

interface OptionalMember {
  readonly given: Given;
  readonly pieces: readonly Piece[];
}

function isOptional(piece: Piece): piece is OptionalMember {
  return typeof piece === 'object' && 'pieces' in piece;
}

interface Assigned {
  readonly before: Vtl;
  /** The variables whose texts together are the data. */
  readonly names: readonly string[];
}

/** Puts each piece into a variable of its own, counted from `first`. */
function assign(pieces: readonly Piece[], first: number): Assigned {
  return pieces.reduce<Assigned>(
    ({ before, names }, piece) => {
      const next = first + names.length;
      if (!isOptional(piece)) {
        return { before: join(before, set(next, piece)), names: [...names, `piece${next}`] };
      }
      const inner = assign(piece.pieces, next);
      const empty = inner.names.map((_, index) => set(next + index, '""'));
      return {
        before: join(before, ...empty, whenGiven(piece.given, inner.before)),
        names: [...names, ...inner.names],
      };
    },
    { before: '', names: [] },
  );
}

function set(index: number, expression: Vtl): Vtl {
  return join(`#set($piece${index} = `, expression, ')');
}

/** The pieces whose texts together are the data. */
function listPieces(value: JsonValue, route: Pick<RouteView, 'requestType'>): readonly Piece[] {
  if (typeof value === 'string' || isDeployValue(value)) return literal(value);
  if (isRequestValue(value)) {
    const isText = value['@request'] !== 'body' || isScalar(memberType(route.requestType, value.path));
    return isText ? textPieces(value) : [{ given: givenJson(value), pieces: jsonPieces(value) }];
  }
  return jsonPieces(value);
}

function textPieces(value: RequestValue): readonly Vtl[] {
  if (value['@request'] === 'text')
    return value.parts.flatMap((part) => (isRequestValue(part) ? textPieces(part) : literal(part)));
  return [value['@request'] === 'vtl' ? value.code : readExpression(value)];
}

function jsonPieces(value: JsonValue): readonly Piece[] {
  const fixed = vtlString;
  if (isRequestValue(value)) {
    if (value['@request'] === 'body') return [`$input.json('${value.path}')`];
    if (value['@request'] === 'vtl') return [value.code];
    return [fixed('"'), ...textInJson(value), fixed('"')];
  }
  if (typeof value === 'string' || isDeployValue(value))
    return [fixed('"'), ...jsonLiteral(value), fixed('"')];
  if (Array.isArray(value)) {
    return [
      fixed('['),
      ...value.flatMap((item: JsonValue, index) => [...(index ? [fixed(',')] : []), ...itemPieces(item)]),
      fixed(']'),
    ];
  }
  if (typeof value === 'object' && value !== null) {
    return [fixed('{'), ...memberPieces(Object.entries(value)), fixed('}')];
  }
  return [fixed(JSON.stringify(value))];
}

/** The inside of a string of JSON. */
function textInJson(text: OptionText): readonly Vtl[] {
  if (!isRequestValue(text)) return jsonLiteral(text);
  return text['@request'] === 'text' ? text.parts.flatMap(textInJson) : [escaped(text)];
}

/** Members whose values are not given are left out, and the commas with them. */
function memberPieces(members: readonly (readonly [string, JsonValue])[]): readonly Piece[] {
  const given = members.map(([, member]) => givenJson(member));
  return members.map(([name, member], index): Piece => {
    const earlier = given.slice(0, index);
    const any = earlier.includes(undefined) ? undefined : earlier.map((one) => `(${one})`).join(' || ');
    const comma: readonly Piece[] = index === 0 ? [] : [{ given: any, pieces: [vtlString(',')] }];
    const label = [vtlString('"'), ...textInJson(parseOptionText(name)), vtlString('":')];
    return { given: given[index], pieces: [...comma, ...label, ...jsonPieces(member)] };
  });
}

/** An entry of a list keeps its place: a member of the body that is missing is null there. */
function itemPieces(item: JsonValue): readonly Piece[] {
  const given = isRequestValue(item) && item['@request'] === 'body' ? givenJson(item) : undefined;
  if (given === undefined) return jsonPieces(item);
  return [
    { given, pieces: jsonPieces(item) },
    { given: `!(${given})`, pieces: [vtlString('null')] },
  ];
}

function escaped(value: RequestValue): Vtl {
  if (value['@request'] === 'text' || value['@request'] === 'vtl') return '""';
  return escapeJson(readExpression(value));
}

/** Each piece of fixed text is a VTL string of its own; what fills a placeholder is put between quotes as it is. */
function literal(value: string | DeployValue): readonly Vtl[] {
  if (!isDeployValue(value)) return [vtlString(value)];
  const pieces: Vtl[] = [];
  let fixed: DeployPart[] = [];
  const close = (): void => {
    if (fixed.length > 0) pieces.push(fixedString({ '@deploy': fixed }));
    fixed = [];
  };
  for (const part of value['@deploy']) {
    if (isPlaceholder(part)) {
      close();
      pieces.push(join('"', { '@deploy': [part] }, '"'));
    } else fixed.push(part);
  }
  close();
  return pieces;
}

/** What API Gateway fills in at import has letters, digits and dashes: it stands as it is. */
function fixedString(value: DeployValue): Vtl {
  const [only, ...others] = value['@deploy'];
  return typeof only === 'string' && others.length === 0
    ? vtlString(only)
    : join("$util.urlDecode('", mapDeployText(value, formText), "')");
}

function jsonLiteral(value: string | DeployValue): readonly Vtl[] {
  return literal(isDeployValue(value) ? mapDeployText(value, jsonEscape) : jsonEscape(value));
}

function jsonEscape(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
