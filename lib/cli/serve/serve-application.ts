import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatDiagnostics } from '../../diagnostics/format-diagnostics.js';
import { NO_PORTS } from '../../testing/gateway/local-gateway-ports.js';
import { createLocalGateway } from '../../testing/gateway/local/create-local-gateway.js';
import { deployDocument } from '../../testing/gateway/integration-document.js';
import { failsRun } from '../export/summarize.js';
import type { ApigenModule, ApigenOptions } from '../process/apigen-options.js';
import { CannotRun } from '../process/cannot-run.js';
import type { Streams } from '../process/streams.js';
import { count } from '../report/count.js';
import { compileServed } from './compile-served.js';
import { createGatewayServer } from './http/create-gateway-server.js';
import { nameRoutes } from './name-routes.js';
import { formatRequestLine } from './report/format-request-line.js';
import type { ServeArguments } from './serve-arguments.js';
import { untilStopped } from './until-stopped.js';

/** Runs `apigen serve` until a signal ends it. Returns the exit code: 0, or 1 for errors of the application. */
export async function serveApplication(
  module: ApigenModule,
  options: ApigenOptions,
  given: ServeArguments,
  { writeOut, writeErr }: Streams,
): Promise<0 | 1> {
  const { compiled, document, diagnostics } = await compileServed(module, options, given, writeErr);
  writeErr(formatDiagnostics(diagnostics, 'text'));
  if (diagnostics.some(failsRun)) {
    writeErr('apigen serve: nothing is served, because of the errors above\n');
    return 1;
  }
  const { stage, stageVariables } = given;
  const gateway = createLocalGateway(
    deployDocument(document, {}),
    {
      stage: stage ?? 'local',
      prefix: stage === undefined ? '' : `/${stage}`,
      stageVariables,
      apiId: 'local',
      accountId: '123456789012',
    },
    NO_PORTS,
  );
  const names = nameRoutes(compiled.model);
  const server = createGatewayServer({
    answer: (request) => gateway(request),
    done: (request, answer, milliseconds) =>
      void writeOut(formatRequestLine(request, answer, names, milliseconds)),
  });
  const port = await listen(server, given.port);
  writeErr(
    `apigen serve: ${count(compiled.model.routes.length, 'route')} on http://127.0.0.1:${port}${stage === undefined ? '' : `/${stage}`}\n`,
  );
  await untilStopped();
  server.close();
  server.closeAllConnections();
  return 0;
}

async function listen(server: Server, port: number): Promise<number> {
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
