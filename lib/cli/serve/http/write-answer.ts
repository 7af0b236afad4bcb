import type { ServerResponse } from 'node:http';
import type { RawAnswer } from '../../../testing/gateway/local-gateway-ports.js';

/** Headers of a connection, which are those of this server. */
const TRANSPORT = ['connection', 'content-length', 'transfer-encoding', 'keep-alive'];

/** Writes an answer, streamed ones as they come. Resolves when the last byte is written or the caller has gone. */
export async function writeAnswer(response: ServerResponse, answer: RawAnswer): Promise<void> {
  const { status, headers, body } = answer;
  const kept = headers.filter(([name]) => !TRANSPORT.includes(name.toLowerCase())).flat();
  if (body instanceof Uint8Array) {
    response.writeHead(status, hasBody(status) ? [...kept, 'Content-Length', String(body.length)] : kept);
    response.end(body);
    return;
  }
  response.writeHead(status, kept);
  for await (const chunk of body) {
    if (response.destroyed) return;
    if (!response.write(chunk)) await drained(response);
  }
  response.end();
}

function hasBody(status: number): boolean {
  return status >= 200 && status !== 204 && status !== 304;
}

async function drained(response: ServerResponse): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}
