import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { listen } from '../listen.js';
import type { History } from '../page/history.js';
import type { FromWorker, ToWorker } from './worker-messages.js';

/** Milliseconds that the last requests of a worker have when another one takes over. */
const PATIENCE = 30_000;

/** Serves the connections that the process with the port hands over. Resolves when another worker takes over. */
export async function serveAsWorker(server: Server, history: History, routes: number): Promise<void> {
  const open = new Set<Socket>();
  const take = (socket: Socket): void => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    server.emit('connection', socket);
    socket.resume();
  };
  // Only a server that listens watches over its connections: their time limits, and which of them are idle.
  await listen(server, 0);
  await new Promise<void>((resolve) => {
    process.on('message', (message: ToWorker, socket?: Socket) => {
      // The caller may have gone on the way.
      if (message === 'connection' && socket) take(socket);
      else if (message === 'end') resolve();
      else if (typeof message === 'object') history.precede(message.history);
    });
    // Without the process that has the port there is nothing to serve.
    process.once('disconnect', () => process.exit());
    tell({ state: 'ready', routes });
  });
  // A caller that keeps its connection would go on with this version.
  server.prependListener('request', (_, response) => response.setHeader('Connection', 'close'));
  server.closeIdleConnections();
  tell({ state: 'replaced', history: history.list() });
  const end = Date.now() + PATIENCE;
  while (open.size > 0 && Date.now() < end) {
    server.closeIdleConnections();
    await setTimeout(50);
  }
}

/** Tells the process with the port. */
function tell(message: FromWorker): void {
  process.send?.(message);
}
