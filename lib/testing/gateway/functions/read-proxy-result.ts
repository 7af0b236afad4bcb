import { findHeader } from '../exchange-types.js';
import { isBinaryType } from '../binary-types.js';
import { GatewayFault } from '../gateway-fault.js';
import { isOfHttpApi } from '../integration-document.js';
import type { GatewayCall, RawAnswer } from '../local-gateway-ports.js';
import { mediaType } from '../mapping/select-template.js';

type Lines = readonly (readonly [name: string, value: string])[];

/** Status and headers as a function gives them. */
export interface ProxyHead {
  readonly status: number;
  readonly headers: Lines;
}

const KNOWN = ['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'];

/** Why a result is refused: the caller gets 502. */
export class MalformedResult extends Error {}

/**
 * Reads what a function behind a Lambda proxy of a REST API returned.
 *
 * @throws MalformedResult for what API Gateway answers with 502, GatewayFault for a body that is not base64
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export function readProxyResult(payload: string, call: GatewayCall): RawAnswer {
  const result = readObject(payload);
  const unknown = Object.keys(result).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined)
    throw new MalformedResult(`it has the member \`${unknown}\`; known are ${KNOWN.join(', ')}`);
  const { status, headers } = readProxyHead(result);
  return { status, headers, body: readBody(result, call) };
}

/** Status and headers, by the rules of both the result and the prelude of a streamed answer. */
export function readProxyHead(result: Readonly<Record<string, unknown>>): ProxyHead {
  const { statusCode = 200, headers, multiValueHeaders } = result;
  const status = typeof statusCode === 'string' && /^\d+$/.test(statusCode) ? Number(statusCode) : statusCode;
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 100 || status > 599)
    throw new MalformedResult(`its \`statusCode\` is ${JSON.stringify(statusCode)}`);
  const lines = joinLines(readLists(multiValueHeaders), readSingles(headers));
  const has = lines.some(([name]) => name.toLowerCase() === 'content-type');
  return { status, headers: [...lines, ...(has ? [] : [['Content-Type', 'application/json'] as const])] };
}

export function readObject(payload: string): Readonly<Record<string, unknown>> {
  let result: unknown;
  try {
    result = JSON.parse(payload);
  } catch {
    throw new MalformedResult('it is not JSON');
  }
  if (typeof result !== 'object' || result === null || Array.isArray(result))
    throw new MalformedResult(`it is ${payload.slice(0, 60)}, not an object`);
  return result as Readonly<Record<string, unknown>>;
}

function readSingles(headers: unknown): Lines {
  if (headers === undefined || headers === null) return [];
  if (typeof headers !== 'object' || Array.isArray(headers))
    throw new MalformedResult('its `headers` are not an object');
  return Object.entries(headers)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, printValue('headers', name, value)] as const);
}

function readLists(headers: unknown): Lines {
  if (headers === undefined || headers === null) return [];
  if (typeof headers !== 'object' || Array.isArray(headers))
    throw new MalformedResult('its `multiValueHeaders` are not an object');
  return Object.entries(headers).flatMap(([name, values]) => {
    if (values === null) return [];
    if (!Array.isArray(values)) throw new MalformedResult(`\`multiValueHeaders.${name}\` is not a list`);
    return (values as readonly unknown[]).map(
      (value) => [name, printValue('multiValueHeaders', name, value)] as const,
    );
  });
}

function printValue(owner: string, name: string, value: unknown): string {
  if (typeof value === 'object') throw new MalformedResult(`\`${owner}.${name}\` is not a string`);
  return String(value);
}

/** One name in both has all its values under the spelling of the list. */
function joinLines(lists: Lines, singles: Lines): Lines {
  const spelling = new Map(lists.map(([name]) => [name.toLowerCase(), name]));
  return [
    ...lists,
    ...singles
      .map(([name, value]) => [spelling.get(name.toLowerCase()) ?? name, value] as const)
      .filter(([name, value]) => !lists.some(([other, known]) => other === name && known === value)),
  ];
}

function readBody(
  { body, isBase64Encoded }: Readonly<Record<string, unknown>>,
  call: GatewayCall,
): Uint8Array {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body !== 'string') throw new MalformedResult('its `body` is not a string');
  if (isBase64Encoded !== undefined && isBase64Encoded !== null && typeof isBase64Encoded !== 'boolean')
    throw new MalformedResult('its `isBase64Encoded` is not a boolean');
  return isBase64Encoded === true && isDecoded(call) ? decodeBase64(body) : Buffer.from(body, 'utf8');
}

/** Of a REST API only what the caller accepts first counts; the content type of the answer does not. */
function isDecoded({ route, view }: GatewayCall): boolean {
  return (
    isOfHttpApi(route) || isBinaryType(mediaType(findHeader(view.params.header, 'Accept')), route.document)
  );
}

/** @throws GatewayFault for a text that is not base64 */
export function decodeBase64(text: string): Uint8Array {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/.test(text))
    throw new GatewayFault('API_CONFIGURATION_ERROR');
  return Buffer.from(text, 'base64');
}
