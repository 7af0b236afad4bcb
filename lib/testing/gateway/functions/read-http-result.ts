import type { RawAnswer } from '../local-gateway-ports.js';
import { MalformedResult, decodeBase64, readObject } from './read-proxy-result.js';

/**
 * Reads what a function of an HTTP API returned in format 2.0. A result without a status is the body itself.
 *
 * @throws MalformedResult for what API Gateway answers with 500
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function readHttpResult(payload: string): RawAnswer {
  if (!hasStatus(payload)) {
    const value = readAny(payload);
    const text = typeof value === 'string' ? value : payload;
    return { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(text) };
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = readObject(payload);
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599)
    throw new MalformedResult(`its \`statusCode\` is ${JSON.stringify(statusCode)}`);
  const given = Object.entries((headers ?? {}) as Readonly<Record<string, unknown>>)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [name, String(value)] as const);
  const has = given.some(([name]) => name.toLowerCase() === 'content-type');
  const text =
    body === undefined || body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status,
    headers: [
      ...given,
      ...(has ? [] : [['content-type', 'text/plain;charset=UTF-8'] as const]),
      ...[cookies ?? []].flat().map((cookie) => ['set-cookie', String(cookie)] as const),
    ],
    body: isBase64Encoded === true ? decodeBase64(text) : Buffer.from(text),
  };
}

function readAny(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    throw new MalformedResult('it is not JSON');
  }
}

function hasStatus(payload: string): boolean {
  const value = readAny(payload);
  return typeof value === 'object' && value !== null && 'statusCode' in value;
}
