import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request looked like on the wire. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface EchoServer {
  readonly url: string;
  readonly received: Received[];
  stop(): Promise<void>;
}

type Answer = (received: Received, response: ServerResponse) => void;

/** A server on 127.0.0.1 that keeps what it gets, and answers 200 with `{"ok":true}` unless told otherwise. */
export async function startEcho(answer?: Answer): Promise<EchoServer> {
  const received: Received[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => void chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const one = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
      received.push(one);
      if (answer) return answer(one, outgoing);
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end('{"ok":true}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
