import { Agent as HttpAgent, request as openHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as openHttps } from 'node:https';
import type { RawAnswer } from '../local-gateway-ports.js';

/** A request over HTTP, its path byte by byte. */
export interface HttpRequest {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly method: string;
  /** Path and query, percent-encoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array;
  readonly signal: AbortSignal;
  /** Whether a certificate that nobody vouches for is accepted. */
  readonly insecure?: boolean;
}

/** Node closes an idle connection of its own server after 5 seconds: a reused one must be younger. */
const IDLE = 4_000;
const httpAgent = new HttpAgent({ keepAlive: true, timeout: IDLE });
const httpsAgent = new HttpsAgent({ keepAlive: true, timeout: IDLE });

/**
 * Sends a request as it is. `fetch` would normalize the path, write headers of its own and decompress the answer.
 * Resolves once the headers of the answer are there; its body is read by whoever gets it.
 */
export async function sendOverHttp(sent: HttpRequest): Promise<StreamedAnswer> {
  for (;;) {
    try {
      return await open(sent);
    } catch (thrown) {
      // The server has closed an idle connection just when it was used again: nothing has been sent.
      if (!(thrown instanceof StaleConnection)) throw thrown;
    }
  }
}

type StreamedAnswer = RawAnswer & { readonly body: AsyncIterable<Uint8Array> };

class StaleConnection extends Error {}

function open(sent: HttpRequest): Promise<StreamedAnswer> {
  const { origin, method, target, headers, body, signal } = sent;
  const { protocol, hostname, port } = new URL(origin);
  const isSecure = protocol === 'https:';
  const withLength = body.length > 0 || !['GET', 'HEAD', 'OPTIONS', 'DELETE'].includes(method);
  return new Promise((resolve, reject) => {
    const opened = (isSecure ? openHttps : openHttp)({
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port,
      method,
      path: target,
      headers: { ...headers, ...(withLength ? { 'Content-Length': body.length } : {}) } as Record<
        string,
        string | string[]
      >,
      agent: isSecure ? httpsAgent : httpAgent,
      signal,
      ...(sent.insecure ? { rejectUnauthorized: false } : {}),
    });
    opened.on('error', (error: NodeJS.ErrnoException) =>
      reject(opened.reusedSocket && error.code === 'ECONNRESET' ? new StaleConnection() : error),
    );
    opened.on('response', (answer: IncomingMessage) =>
      resolve({ status: answer.statusCode ?? 0, headers: pairs(answer.rawHeaders), body: answer }),
    );
    opened.end(body);
  });
}

function pairs(lines: readonly string[]): readonly (readonly [string, string])[] {
  return lines.flatMap((name, index) => (index % 2 === 0 ? [[name, lines[index + 1] ?? ''] as const] : []));
}

/** The bytes of a body that is streamed. */
export async function readBytes(body: RawAnswer['body']): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}
