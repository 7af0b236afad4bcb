import type { Server } from 'node:http';
import { untilStopped } from '../../watch/until-stopped.js';
import { listen } from '../listen.js';
import type { History } from '../page/history.js';
import type { FromWorker, ToWorker } from './worker-messages.js';

/** Serves the process that has the port, on a port of its own, until that process ends it. */
export async function serveAsWorker(server: Server, history: History, routes: number): Promise<void> {
  // That process alone decides which connections it keeps.
  server.keepAliveTimeout = 0;
  const port = await listen(server, 0);
  process.on('message', (message: ToWorker) => {
    if (message === 'replace') tell({ state: 'replaced', history: history.list() });
    else if (typeof message === 'object') history.precede(message.history);
  });
  // Without the process that has the port there is nothing to serve.
  process.once('disconnect', () => process.exit());
  tell({ state: 'ready', routes, port });
  await untilStopped();
}

/** Tells the process with the port. */
function tell(message: FromWorker): void {
  process.send?.(message);
}
