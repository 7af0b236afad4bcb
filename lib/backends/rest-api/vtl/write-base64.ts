import type { RouteView } from '../../../model/view-route.js';
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
  if (isRequestValue(value) && value['@request'] === 'body' && value.path === '$') {
    return { before: '', expression: '$util.base64Encode($input.body)' };
  }
  const pieces = listPieces(value, route);
  const before = join(...pieces.map((piece, index) => join(`#set($piece${index} = `, piece, ')')));
  const joined = pieces.map((_, index) => `$!{piece${index}}`).join('');
  return { before, expression: `$util.base64Encode("${joined}")` };
}

/** VTL expressions, each a string, whose texts together are the data. */
function listPieces(value: JsonValue, route: Pick<RouteView, 'requestType'>): readonly Vtl[] {
  if (typeof value === 'string' || isDeployValue(value)) return literal(value);
  if (isRequestValue(value)) return valuePieces(value, route);
  return jsonPieces(value);
}

function valuePieces(value: RequestValue, { requestType }: Pick<RouteView, 'requestType'>): readonly Vtl[] {
  if (value['@request'] === 'text') {
    return value.parts.flatMap((part) =>
      isRequestValue(part) ? valuePieces(part, { requestType }) : literal(part),
    );
  }
  if (value['@request'] === 'vtl') return [value.code];
  const type = value['@request'] === 'body' ? memberType(requestType, value.path) : undefined;
  const structured = type && ['object', 'list', 'map', 'set'].includes(type.kind);
  return [
    structured && value['@request'] === 'body' ? `$input.json('${value.path}')` : readExpression(value),
  ];
}

function jsonPieces(value: JsonValue): readonly Vtl[] {
  const fixed = vtlString;
  if (isRequestValue(value)) {
    if (value['@request'] === 'body') return [`$input.json('${value.path}')`];
    if (value['@request'] === 'vtl') return [value.code];
    if (value['@request'] === 'text') {
      return [
        fixed('"'),
        ...value.parts.flatMap((part) => (isRequestValue(part) ? [escaped(part)] : jsonLiteral(part))),
        fixed('"'),
      ];
    }
    return [fixed('"'), escaped(value), fixed('"')];
  }
  if (typeof value === 'string' || isDeployValue(value))
    return [fixed('"'), ...jsonLiteral(value), fixed('"')];
  if (Array.isArray(value)) {
    return [
      fixed('['),
      ...value.flatMap((item: JsonValue, index) => [...(index ? [fixed(',')] : []), ...jsonPieces(item)]),
      fixed(']'),
    ];
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value as Readonly<Record<string, JsonValue>>);
    return [
      fixed('{'),
      ...members.flatMap(([name, member], index) => [
        fixed(`${index ? ',' : ''}${JSON.stringify(name)}:`),
        ...jsonPieces(member),
      ]),
      fixed('}'),
    ];
  }
  return [fixed(JSON.stringify(value))];
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
