import { CannotRun } from '../../process/cannot-run.js';
import type { ProcessClaim } from '../../process/claim-process.js';
import { watchEntry } from '../../watch/watch-entry.js';
import { createCallerServer } from '../http/create-caller-server.js';
import { listen } from '../listen.js';
import type { ServeArguments } from '../serve-arguments.js';
import { Versions } from './versions.js';

/**
 * Has the port, and sends every request on to a process that serves the application. A change starts another one, which
 * takes over in one step when it is ready: requests that began before end where they began. One with errors does not take
 * over, and the last good one goes on.
 */
export async function watchApplication(
  { port: wanted, stage }: ServeArguments,
  { argv, writeErr, step }: ProcessClaim,
): Promise<void> {
  step();
  const entry = argv[1];
  if (entry === undefined) throw new CannotRun('--watch needs an entry file');
  const versions = new Versions(entry, argv.slice(2), writeErr);
  const server = createCallerServer((message, response) => versions.serve(message, response));
  const port = await listen(server, wanted);
  const url = `http://127.0.0.1:${port}${stage === undefined ? '' : `/${stage}`}`;
  await watchEntry(entry, 'apigen serve', writeErr, () => versions.start(url));
  versions.stop();
  server.close();
}
