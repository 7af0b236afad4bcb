import { setTimeout } from 'node:timers/promises';
import { formatDiagnostics } from '../../diagnostics/format-diagnostics.js';
import type { ApigenModule, ApigenOptions } from '../application/apigen-options.js';
import type { ProcessClaim } from '../process/claim-process.js';
import { count } from '../report/count.js';
import { listen } from './listen.js';
import { loadGateway } from './load-gateway.js';
import type { ServeArguments } from './serve-arguments.js';
import { serveRequests } from './serve-requests.js';
import { untilStopped } from '../watch/until-stopped.js';
import { serveAsWorker } from './watch/serve-as-worker.js';
import { watchApplication } from './watch/watch-application.js';
import { WORKER } from './watch/worker-messages.js';

/** Milliseconds that the application has to close. */
const PATIENCE = 500;

/** Runs `apigen serve` until a signal ends it. Returns the exit code: 0, or 1 for errors of the application. */
export async function serveApplication(
  module: ApigenModule,
  options: ApigenOptions,
  given: ServeArguments,
  claim: ProcessClaim,
): Promise<0 | 1> {
  const { writeErr, err } = claim;
  const isWorker = process.env[WORKER] !== undefined && process.send !== undefined;
  if (given.watch && !isWorker) {
    await watchApplication(given, claim);
    return 0;
  }
  const { diagnostics, serving } = await loadGateway(module, options, given, writeErr);
  writeErr(formatDiagnostics(diagnostics, 'text', { verbose: false, paint: err.paint }));
  if (!serving) {
    if (!isWorker) writeErr('apigen serve: nothing is served, because of the errors above\n');
    return 1;
  }
  writeErr(formatNotices(serving.notices));
  const { server, history, flush } = serveRequests(serving, given, claim);
  claim.survive();
  if (isWorker) {
    await serveAsWorker(server, history, serving.names.size);
  } else {
    const port = await listen(server, given.port);
    const url = `http://127.0.0.1:${port}`;
    writeErr(
      `apigen serve: ${count(serving.names.size, 'route')} on ${url}${given.stage === undefined ? '' : `/${given.stage}`}, each request explained on ${url}/_gateway\n`,
    );
    await untilStopped();
  }
  server.close();
  server.closeAllConnections();
  await flush();
  await Promise.race([serving.close(), setTimeout(PATIENCE)]);
  return 0;
}

function formatNotices(notices: readonly string[]): string {
  return ['apigen serve: differs from AWS:\n', ...notices.map((notice) => `  ${notice}\n`)].join('');
}
