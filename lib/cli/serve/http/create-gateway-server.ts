import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { GatewayRequest, LocalAnswer } from '../../../testing/gateway/local/gateway-request.js';
import { createCallerServer, type CallerTimes } from './create-caller-server.js';
import { readBody } from './read-body.js';
import { writeAnswer } from './write-answer.js';

/** Bytes: the largest body that API Gateway takes. */
const LARGEST_BODY = 10 * 1024 * 1024;

/** What the server is for. */
export interface Handler {
  /** Answers a request; it never rejects. */
  answer(request: GatewayRequest): Promise<LocalAnswer>;
  /** The request is over: the caller has the answer, or is gone. */
  done?(request: GatewayRequest, answer: LocalAnswer | undefined, milliseconds: number): void;
}

/** An HTTP server that is not listening yet. It survives whatever callers send. */
export function createGatewayServer(handler: Handler, times?: CallerTimes): Server {
  return createCallerServer((message, response) => void serve(message, response, handler), times);
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

function ignore(): void {}
