import { request, type Agent, type IncomingMessage, type ServerResponse } from 'node:http';

/** Headers of a connection, which are those of each server. */
const OF_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding'];

/** Sends a request on to a port of this machine, and its answer back, both as they come. Resolves when it is over. */
export function forwardRequest(
  message: IncomingMessage,
  response: ServerResponse,
  { port, agent }: { readonly port: number; readonly agent: Agent },
): Promise<void> {
  const { method, url: path, rawHeaders: given } = message;
  // HTTP 1.0 needs no host, and what is sent on is HTTP 1.1.
  const headers = message.headers.host === undefined ? [...given, 'Host', '127.0.0.1'] : given;
  const sent = request({ host: '127.0.0.1', port, agent, method, path, headers });
  sent.on('response', (answer) => {
    const { statusCode = 500, statusMessage, rawHeaders } = answer;
    const kept = rawHeaders.filter(
      (_, index) => !OF_CONNECTION.includes(rawHeaders[index - (index % 2)]!.toLowerCase()),
    );
    response.writeHead(statusCode, statusMessage, kept);
    answer.on('error', () => response.destroy()).pipe(response);
  });
  sent.on('error', () => {
    if (response.headersSent) response.destroy();
    else refuseRequest(response, 'the application ended before it answered');
  });
  message.on('error', ignore).pipe(sent);
  return new Promise((resolve) => {
    response.on('error', ignore).on('close', () => {
      sent.destroy();
      resolve();
    });
  });
}

export function refuseRequest(response: ServerResponse, reason: string): void {
  response
    .writeHead(503, { 'Content-Type': 'application/json', Connection: 'close' })
    .end(JSON.stringify({ message: `apigen serve: ${reason}` }));
}

function ignore(): void {}
