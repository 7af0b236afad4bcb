import type { AddressInfo, Server } from 'node:net';
import { CannotRun } from '../process/cannot-run.js';

/**
 * Listens on 127.0.0.1 and returns the port.
 *
 * @throws CannotRun if another process has it
 */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new CannotRun(`port ${port} is in use: stop what listens there, or set another one with --port`)
          : new CannotRun(`cannot listen on port ${port}`, { cause: error }),
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
