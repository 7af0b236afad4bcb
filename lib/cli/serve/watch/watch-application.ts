import type { ChildProcess } from 'node:child_process';
import { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import { CannotRun } from '../../process/cannot-run.js';
import type { ProcessClaim } from '../../process/claim-process.js';
import { count } from '../../report/count.js';
import { isBuilt } from '../../watch/is-built.js';
import { watchEntry } from '../../watch/watch-entry.js';
import { createCallerServer } from '../http/create-caller-server.js';
import { listen } from '../listen.js';
import type { ServeArguments } from '../serve-arguments.js';
import { forkAhead } from './fork-ahead.js';
import { forwardRequest, refuseRequest } from './forward-request.js';
import type { FromWorker, ToWorker } from './worker-messages.js';

/** Milliseconds that the last requests of a worker have when another one takes over. */
const PATIENCE = 30_000;

/** A process that serves a version of the application. */
interface Version {
  readonly worker: ChildProcess;
  readonly port: number;
  readonly agent: Agent;
  /** Requests that it has not answered yet. */
  readonly open: Set<ServerResponse>;
}

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
  let current: Version | undefined;
  let next: ChildProcess | undefined;
  /** The worker for the next change. */
  let spare: ChildProcess | undefined;
  let hasFailed = false;
  const waiting: (() => void)[] = [];

  const serve = (message: IncomingMessage, response: ServerResponse): void => {
    if (current) void serveBy(current, message, response);
    // What callers get before the first version without errors.
    else if (hasFailed) refuseRequest(response, 'the application has errors; the terminal shows them');
    else waiting.push(() => serve(message, response));
  };
  const serveWaiting = (): void => waiting.splice(0).forEach((again) => again());

  const serveBy = async (
    version: Version,
    message: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    version.open.add(response);
    await forwardRequest(message, response, version);
    version.open.delete(response);
    if (version !== current && version.open.size === 0) version.worker.kill();
  };

  const server = createCallerServer(serve);
  const port = await listen(server, wanted);
  const url = `http://127.0.0.1:${port}${stage === undefined ? '' : `/${stage}`}`;

  const takeOver = (version: Version, routes: number, start: number): void => {
    const before = current;
    const { worker } = version;
    current = version;
    next = undefined;
    serveWaiting();
    const took = `${Math.round(performance.now() - start)} ms`;
    const report = (what: string): void =>
      writeErr(`apigen serve: ${count(routes, 'route')} on ${url} (${what}, ${took})\n`);
    if (!before) return report('ready');
    before.worker.once('message', (message: FromWorker) => {
      if (message.state === 'replaced') send(worker, { history: message.history });
      report('new version');
      if (before.open.size === 0) before.worker.kill();
      else setTimeout(() => before.worker.kill(), PATIENCE).unref();
    });
    send(before.worker, 'replace');
  };

  const fail = (worker: ChildProcess): void => {
    if (worker !== next) return;
    next = undefined;
    hasFailed = true;
    serveWaiting();
    writeErr(
      current
        ? 'apigen serve: the last version without errors is served\n'
        : 'apigen serve: nothing is served until the errors are corrected\n',
    );
    spare ??= prepare();
  };

  const prepare = (): ChildProcess => {
    const worker = forkAhead(entry, argv.slice(2));
    return worker.on('exit', () => {
      if (worker === spare) spare = undefined;
      if (worker === current?.worker) {
        current = undefined;
        writeErr('apigen serve: the application ended; a change starts it again\n');
      }
      fail(worker);
    });
  };

  const start = (): void => {
    if (!isBuilt(entry)) return;
    const begin = performance.now();
    next?.kill('SIGKILL');
    const worker = spare ?? prepare();
    spare = undefined;
    next = worker;
    worker.on('message', (message: FromWorker) => {
      if (message.state !== 'ready' || worker !== next) return;
      const agent = new Agent({ keepAlive: true });
      takeOver({ worker, port: message.port, agent, open: new Set() }, message.routes, begin);
      spare ??= prepare();
    });
    send(worker, 'load');
  };

  await watchEntry(entry, 'apigen serve', writeErr, start);
  const workers = [current?.worker, next, spare];
  current = next = spare = undefined;
  for (const worker of workers) worker?.kill();
  server.close();
}

function send(worker: ChildProcess, message: ToWorker): void {
  if (worker.connected) worker.send(message);
}
