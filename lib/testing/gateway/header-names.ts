import { byName } from './by-name.js';
import type { MultiValues } from './exchange-types.js';

type Lists = Readonly<Record<string, readonly string[]>>;

/** Headers that a caller sends and that neither a mapping nor a template nor the backend ever sees. */
const REMOVED = words(
  'connection content-length content-md5 expect max-forwards proxy-authenticate server te trailer transfer-encoding',
  'upgrade www-authenticate',
);

/** Headers of an answer that the caller gets under another name. */
const REMAPPED = words(
  'authorization connection content-length content-md5 date expect host max-forwards proxy-authenticate server trailer',
  'upgrade user-agent www-authenticate x-amzn-requestid',
);

/** Headers that API Gateway writes one way, however the sender wrote them. A name of the sender's own keeps its case. */
const USUAL = new Map(
  words(
    'Accept Accept-Charset Accept-Encoding Accept-Language Age Authorization Cache-Control Content-Disposition',
    'Content-Encoding Content-Language Content-Range Content-Type Cookie Date ETag Expires Host If-Match',
    'If-Modified-Since If-None-Match If-Unmodified-Since Last-Modified Location Origin Pragma Range Referer',
    'Retry-After Set-Cookie User-Agent Via Warn',
  ).map((name) => [name.toLowerCase(), name]),
);

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}

/** Headers under the names that mappings read, all lines of each. */
export function nameHeaders(headers: MultiValues): Lists {
  return nameLines(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : value.map((line) => [name, line] as const),
    ),
  );
}

/** The same from the lines themselves. Lines whose names differ in case belong to the first one's name. */
export function nameLines(lines: Iterable<readonly [name: string, value: string]>): Lists {
  const groups = new Map<string, readonly [name: string, values: string[]]>();
  for (const [name, value] of lines) {
    const key = name.toLowerCase();
    const known = groups.get(key);
    if (known) known[1].push(value);
    else groups.set(key, [USUAL.get(key) ?? name, [value]]);
  }
  return byName(groups.values());
}

/** Each header in one line. */
export function joinLines(lists: Lists): Readonly<Record<string, string>> {
  return byName(
    Object.entries(lists).map(([name, values]) => [
      name,
      values.join(name.toLowerCase() === 'cookie' ? '; ' : ','),
    ]),
  );
}

/** The caller's headers, without those that API Gateway removes. */
export function receiveHeaders(headers: MultiValues): Lists {
  return withoutHeaders(nameHeaders(headers), REMOVED);
}

export function withoutHeaders<Value>(
  headers: Readonly<Record<string, Value>>,
  names: readonly string[],
): Readonly<Record<string, Value>> {
  return byName(Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase())));
}

/** The headers of an answer, as the caller gets them. */
export function remapHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [remapHeaderName(name), value]));
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export function remapHeaderName(name: string): string {
  return REMAPPED.includes(name.toLowerCase()) ? `x-amzn-Remapped-${name}` : name;
}
