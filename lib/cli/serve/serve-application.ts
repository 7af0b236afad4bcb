import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { formatDiagnostics } from '../../diagnostics/format-diagnostics.js';
import type { ApigenModule, ApigenOptions } from '../process/apigen-options.js';
import { CannotRun } from '../process/cannot-run.js';
import type { ProcessClaim } from '../process/claim-process.js';
import { count } from '../report/count.js';
import { answerRequest } from './answer-request.js';
import { createGatewayServer } from './http/create-gateway-server.js';
import { loadGateway } from './load-gateway.js';
import { formatRequestLine } from './report/format-request-line.js';
import { formatSteps } from './report/format-steps.js';
import type { ServeArguments } from './serve-arguments.js';
import { untilStopped } from './until-stopped.js';

/** Milliseconds that the application has to close. */
const PATIENCE = 500;

/** Runs `apigen serve` until a signal ends it. Returns the exit code: 0, or 1 for errors of the application. */
export async function serveApplication(
  module: ApigenModule,
  options: ApigenOptions,
  given: ServeArguments,
  { writeOut, writeErr, survive }: ProcessClaim,
): Promise<0 | 1> {
  const { diagnostics, serving } = await loadGateway(module, options, given, writeErr);
  writeErr(formatDiagnostics(diagnostics, 'text'));
  if (!serving) {
    writeErr('apigen serve: nothing is served, because of the errors above\n');
    return 1;
  }
  const { names } = serving;
  const server = createGatewayServer({
    answer: (request) => answerRequest(request, serving, given.stage),
    done: (request, answer, milliseconds) => {
      const line = formatRequestLine(request, answer, names, milliseconds);
      void writeOut(given.explain && answer ? `${line}${formatSteps(answer.steps)}` : line);
    },
  });
  const port = await listen(server, given.port);
  writeErr(`apigen serve: ${count(names.size, 'route')} on ${describeUrl(port, given.stage)}\n`);
  survive();
  await untilStopped();
  server.close();
  server.closeAllConnections();
  await Promise.race([serving.close(), setTimeout(PATIENCE)]);
  return 0;
}

function describeUrl(port: number, stage: string | undefined): string {
  return `http://127.0.0.1:${port}${stage === undefined ? '' : `/${stage}`}`;
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
