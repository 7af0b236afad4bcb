import type { LocalFunction } from '../../../testing/gateway/functions/local-function.js';
import { readBytes, sendOverHttp } from '../../../testing/gateway/services/send-over-http.js';

type Values = Readonly<Record<string, string>> | null | undefined;
type Lists = Readonly<Record<string, readonly string[]>> | null | undefined;

/** What an event of format 1.0 or 2.0 says of a request. */
interface ProxyEvent {
  readonly version?: string;
  readonly httpMethod?: string;
  readonly path?: string;
  readonly headers?: Values;
  readonly multiValueHeaders?: Lists;
  readonly multiValueQueryStringParameters?: Lists;
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
  readonly rawPath?: string;
  readonly rawQueryString?: string;
  readonly cookies?: readonly string[];
  readonly requestContext?: { readonly http?: { readonly method?: string } };
}

/**
 * The application as a function: what an adapter does in Lambda. It sends the request of an event to the application and
 * returns the answer in the format of the event.
 */
export function createAppFunction(url: string): LocalFunction {
  return async (given: never) => {
    const event = given as ProxyEvent;
    const { method, target } = readTarget(event);
    const answer = await sendOverHttp({
      origin: url,
      method,
      target,
      headers: readHeaders(event),
      body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
      signal: new AbortController().signal,
    });
    const body = Buffer.from(await readBytes(answer.body));
    const text = body.toString('utf8');
    const isText = Buffer.from(text, 'utf8').equals(body);
    const result = {
      statusCode: answer.status,
      body: isText ? text : body.toString('base64'),
      isBase64Encoded: !isText,
    };
    const lines = answer.headers.filter(([name]) => !TRANSPORT.includes(name.toLowerCase()));
    if (event.version !== '2.0') return { ...result, multiValueHeaders: group(lines) };
    return {
      ...result,
      headers: Object.fromEntries(lines.filter((line) => !isCookie(line))),
      cookies: lines.filter(isCookie).map(([, value]) => value),
    };
  };
}

/** Headers of the connection to the application. */
const TRANSPORT = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date'];

function readTarget(event: ProxyEvent): { readonly method: string; readonly target: string } {
  if (event.version === '2.0') {
    const { rawPath = '/', rawQueryString = '' } = event;
    const method = event.requestContext?.http?.method ?? 'GET';
    return { method, target: rawQueryString === '' ? rawPath : `${rawPath}?${rawQueryString}` };
  }
  const query = new URLSearchParams(
    Object.entries(event.multiValueQueryStringParameters ?? {}).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  ).toString();
  const path = event.path ?? '/';
  return { method: event.httpMethod ?? 'GET', target: query === '' ? path : `${path}?${query}` };
}

function readHeaders(event: ProxyEvent): Readonly<Record<string, string | readonly string[]>> {
  const headers = event.multiValueHeaders ?? event.headers ?? {};
  const cookies = event.cookies ?? [];
  return {
    ...Object.fromEntries(
      Object.entries(headers)
        .filter(([name]) => !TRANSPORT.includes(name.toLowerCase()))
        // Node takes no list for `Host`.
        .map(([name, values]) => [name, values.length === 1 ? [values].flat()[0]! : values]),
    ),
    ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}),
  };
}

function group(lines: readonly (readonly [string, string])[]): Readonly<Record<string, readonly string[]>> {
  const grouped: Record<string, string[]> = {};
  for (const [name, value] of lines) (grouped[name] ??= []).push(value);
  return grouped;
}

function isCookie([name]: readonly [string, string]): boolean {
  return name.toLowerCase() === 'set-cookie';
}
