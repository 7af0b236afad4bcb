import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

/** Bytes: request line and headers together. */
const LARGEST_HEAD = 10_240;

/** Milliseconds that a caller has for the head, and for the whole request. */
export interface CallerTimes {
  readonly head: number;
  readonly request: number;
}

const TIMES: CallerTimes = { head: 10_000, request: 60_000 };

/** An HTTP server with the limits of a gateway, which refuses what is no HTTP. It is not listening yet. */
export function createCallerServer(listener: RequestListener, times: CallerTimes = TIMES): Server {
  const server = createServer(
    {
      maxHeaderSize: LARGEST_HEAD,
      headersTimeout: times.head,
      requestTimeout: times.request,
      connectionsCheckingInterval: Math.min(times.head, 5_000),
      // Lines of one name stay apart, and none is invented.
      joinDuplicateHeaders: false,
    },
    listener,
  );
  return server.on('clientError', answerBadRequest);
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
