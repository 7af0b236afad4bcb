import { Agent as HttpAgent, IncomingMessage, request as openHttp } from 'node:http';
import { Agent as HttpsAgent, request as openHttps } from 'node:https';
import { remember } from '../../java/remember.js';
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
  /** Whether a certificate without a trusted authority is accepted. */
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
  const { method, target, body, signal } = sent;
  const { isSecure, hostname, port } = readOrigin(sent.origin);
  const withLength = body.length > 0 || !WITHOUT_BODY.includes(method);
  const headers = { ...sent.headers, ...(withLength ? { 'Content-Length': body.length } : {}) };
  return new Promise((resolve, reject) => {
    const opened = (isSecure ? openHttps : openHttp)({
      hostname,
      port,
      method,
      path: target,
      headers: headers as Record<string, string | string[]>,
      agent: isSecure ? httpsAgent : httpAgent,
      ...(sent.insecure ? { rejectUnauthorized: false } : {}),
    });
    // The option `signal` of a request does the same, in ten times the time.
    const abort = (): void => void opened.destroy(new Error('aborted'));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
    opened.on('close', () => signal.removeEventListener('abort', abort));
    opened.on('error', (error: NodeJS.ErrnoException) =>
      reject(opened.reusedSocket && error.code === 'ECONNRESET' ? new StaleConnection() : error),
    );
    opened.on('response', (answer) =>
      resolve({ status: answer.statusCode ?? 0, headers: pairs(answer.rawHeaders), body: answer }),
    );
    opened.end(body);
  });
}

const WITHOUT_BODY = ['GET', 'HEAD', 'OPTIONS', 'DELETE'];

const readOrigin = remember((origin) => {
  const { protocol, hostname, port } = new URL(origin);
  return { isSecure: protocol === 'https:', hostname: hostname.replace(/^\[|\]$/g, ''), port };
});

function pairs(lines: readonly string[]): readonly (readonly [string, string])[] {
  return lines.flatMap((name, index) => (index % 2 === 0 ? [[name, lines[index + 1] ?? ''] as const] : []));
}

/** The bytes of a body that is streamed. */
export async function readBytes(body: RawAnswer['body']): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const chunks = body instanceof IncomingMessage ? await readMessage(body) : await readChunks(body);
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

async function readChunks(body: AsyncIterable<Uint8Array>): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return chunks;
}

/** As above, in half the time. */
function readMessage(body: IncomingMessage): Promise<readonly Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    body.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    body.on('end', () => resolve(chunks));
    body.on('error', reject);
    body.on('close', () => reject(new Error('the connection was closed before the end of the answer')));
  });
}
