import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { GatewayRequest, LocalAnswer } from '../../../testing/gateway/local/gateway-request.js';
import { readBody } from './read-body.js';
import { writeAnswer } from './write-answer.js';

/** Bytes: the largest body that API Gateway takes. */
const LARGEST_BODY = 10 * 1024 * 1024;
/** Bytes: request line and headers together. */
const LARGEST_HEAD = 10_240;
/** Milliseconds that a caller has for the head, and for the whole request. */
export interface CallerTimes {
  readonly head: number;
  readonly request: number;
}

const TIMES: CallerTimes = { head: 10_000, request: 60_000 };

/** What the server is for. */
export interface Handler {
  /** Answers a request; it never rejects. */
  answer(request: GatewayRequest): Promise<LocalAnswer>;
  /** The request is over: the caller has the answer, or is gone. */
  done?(request: GatewayRequest, answer: LocalAnswer | undefined, milliseconds: number): void;
}

/** An HTTP server that is not listening yet. It survives whatever callers send. */
export function createGatewayServer(handler: Handler, times: CallerTimes = TIMES): Server {
  const server = createServer(
    {
      maxHeaderSize: LARGEST_HEAD,
      headersTimeout: times.head,
      requestTimeout: times.request,
      connectionsCheckingInterval: Math.min(times.head, 5_000),
      // Lines of one name stay apart, and none is invented.
      joinDuplicateHeaders: false,
    },
    (message, response) => void serve(message, response, handler),
  );
  server.on('clientError', answerBadRequest);
  return server;
}

async function serve(message: IncomingMessage, response: ServerResponse, handler: Handler): Promise<void> {
  const start = performance.now();
  const controller = new AbortController();
  response.on('error', ignore).on('close', () => {
    // An abort costs more than the rest of a request.
    if (!response.writableFinished) controller.abort();
  });
  message.on('error', ignore);
  let answer: LocalAnswer | undefined;
  let request: GatewayRequest | undefined;
  try {
    const read = await readBody(message, LARGEST_BODY);
    request = readRequest(message, read, controller.signal);
    answer = await handler.answer(request);
    if (!response.destroyed) await writeAnswer(response, answer);
  } catch {
    // The caller is gone, or the answer cannot be written.
    fail(response);
  }
  if (request) handler.done?.(request, answer, performance.now() - start);
}

/** Headers that HTTP cannot carry come out as an error of API Gateway's own. */
function fail(response: ServerResponse): void {
  if (response.destroyed) return;
  if (response.headersSent) response.destroy();
  else
    response
      .writeHead(500, {
        'Content-Type': 'application/json',
        'x-amzn-ErrorType': 'InternalServerErrorException',
      })
      .end('{"message": "Internal server error"}');
}

function readRequest(
  message: IncomingMessage,
  read: Awaited<ReturnType<typeof readBody>>,
  signal: AbortSignal,
): GatewayRequest {
  const [rawPath = '/', rawQuery = ''] = readTarget(message.url ?? '/').split(/\?(.*)/s);
  const { rawHeaders } = message;
  return {
    method: (message.method ?? 'GET').toUpperCase(),
    rawPath,
    rawQuery,
    rawHeaders: rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
    ),
    ...('body' in read ? { body: read.body } : { body: new Uint8Array(), isTooLarge: true }),
    sourceIp: message.socket.remoteAddress ?? '127.0.0.1',
    time: Date.now(),
    requestId: randomUUID(),
    signal,
  };
}

/** A request through a proxy names the whole URL. */
function readTarget(target: string): string {
  return target.replace(/^https?:\/\/[^/?]*/i, '').replace(/^(?!\/)/, '/');
}

const CLIENT_ERRORS: Readonly<Record<string, readonly [status: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'Request Timeout'],
};

/** What is no HTTP. */
function answerBadRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] = CLIENT_ERRORS[error.code ?? ''] ?? ['400 Bad Request', 'Bad Request'];
  const body = JSON.stringify({ message });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function ignore(): void {}
