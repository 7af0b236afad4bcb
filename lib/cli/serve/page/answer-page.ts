import { createHash } from 'node:crypto';
import type { GatewayRequest, LocalAnswer } from '../../../testing/gateway/local/gateway-request.js';
import { PAGE, SCRIPT, STYLE } from './gateway-page.js';
import type { ServedExchange } from './served-exchange.js';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page runs its own script only, and talks to this server only. */
const POLICY = `default-src 'none'; script-src ${hash(SCRIPT)}; style-src ${hash(STYLE)}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export function isOfPage(rawPath: string): boolean {
  return rawPath === '/_gateway' || rawPath.startsWith('/_gateway/');
}

/**
 * The page of the gateway, and the requests that it shows. Undefined for any other path. Other sites must not read it: a
 * request that names another host, or that another site makes, is refused.
 */
export function answerPage(
  { method, rawPath, rawHeaders }: GatewayRequest,
  list: () => readonly ServedExchange[],
): LocalAnswer | undefined {
  if (!isOfPage(rawPath)) return undefined;
  const find = (name: string): string =>
    rawHeaders.find(([written]) => written.toLowerCase() === name)?.[1].toLowerCase() ?? '';
  const isLocal = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(find('host'));
  const isOwn = ['', 'none', 'same-origin'].includes(find('sec-fetch-site'));
  if (!isLocal || !isOwn) return write(403, 'text/plain', 'The page of the gateway is for localhost only.\n');
  if (method !== 'GET') return write(405, 'text/plain', 'The page of the gateway takes GET only.\n');
  if (rawPath === '/_gateway') return write(200, 'text/html; charset=utf-8', PAGE);
  if (rawPath === '/_gateway/requests') return write(200, 'application/json', JSON.stringify(list()));
  return write(404, 'text/plain', 'Not found\n');
}

function write(status: number, type: string, body: string): LocalAnswer {
  return {
    status,
    headers: [
      ['Content-Type', type],
      ['Cache-Control', 'no-store'],
      ['Content-Security-Policy', POLICY],
      ['X-Content-Type-Options', 'nosniff'],
      ['Cross-Origin-Resource-Policy', 'same-origin'],
    ],
    body: Buffer.from(body),
    steps: [],
  };
}
