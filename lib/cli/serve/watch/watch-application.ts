import { fork, type ChildProcess } from 'node:child_process';
import { createServer, type Socket } from 'node:net';
import { CannotRun } from '../../process/cannot-run.js';
import type { ProcessClaim } from '../../process/claim-process.js';
import { count } from '../../report/count.js';
import { listen } from '../listen.js';
import type { ServeArguments } from '../serve-arguments.js';
import { isBuilt } from '../../watch/is-built.js';
import { watchEntry } from '../../watch/watch-entry.js';
import { WORKER, type FromWorker, type ToWorker } from './worker-messages.js';

/** What callers get before the first version without errors. */
const NOT_YET = JSON.stringify({
  message: 'apigen serve: the application has errors; the terminal shows them',
});

/**
 * Has the port, and hands every connection to a process that serves the application. A change starts another one, which
 * takes over in one step when it is ready. One with errors does not, and the last good one goes on.
 */
export async function watchApplication(
  { port: wanted, stage }: ServeArguments,
  { argv, writeErr, step }: ProcessClaim,
): Promise<void> {
  step();
  const entry = argv[1];
  if (entry === undefined) throw new CannotRun('--watch needs an entry file');
  let current: ChildProcess | undefined;
  let next: ChildProcess | undefined;
  let hasFailed = false;
  const waiting: Socket[] = [];
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    if (current) hand(current, socket);
    else if (hasFailed) refuse(socket);
    else waiting.push(socket);
  });
  const port = await listen(server, wanted);
  const url = `http://127.0.0.1:${port}${stage === undefined ? '' : `/${stage}`}`;

  const takeOver = (worker: ChildProcess, routes: number, start: number): void => {
    const before = current;
    current = worker;
    next = undefined;
    for (const socket of waiting.splice(0)) hand(worker, socket);
    const took = `${Math.round(performance.now() - start)} ms`;
    const report = (what: string): void =>
      writeErr(`apigen serve: ${count(routes, 'route')} on ${url} (${what}, ${took})\n`);
    if (!before) return report('ready');
    // The old version still has connections that callers keep.
    before.once('message', (message: FromWorker) => {
      if (message.state === 'replaced') send(worker, { history: message.history });
      report('new version');
    });
    send(before, 'end');
  };

  const fail = (worker: ChildProcess): void => {
    if (worker !== next) return;
    next = undefined;
    hasFailed = true;
    for (const socket of waiting.splice(0)) refuse(socket);
    writeErr(
      current
        ? 'apigen serve: the last version without errors is served\n'
        : 'apigen serve: nothing is served until the errors are mended\n',
    );
  };

  const start = (): void => {
    if (!isBuilt(entry)) return;
    const begin = performance.now();
    next?.kill('SIGKILL');
    const worker = fork(entry, argv.slice(2), {
      env: { ...process.env, [WORKER]: '1' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    next = worker;
    worker
      .on('message', (message: FromWorker) => {
        if (message.state === 'ready' && worker === next) takeOver(worker, message.routes, begin);
      })
      .on('exit', () => {
        if (worker === current) {
          current = undefined;
          writeErr('apigen serve: the application ended; a change starts it again\n');
        }
        fail(worker);
      });
  };

  await watchEntry(entry, 'apigen serve', writeErr, start);
  for (const worker of [current, next]) worker?.kill('SIGTERM');
  server.close();
}

function hand(worker: ChildProcess, socket: Socket): void {
  worker.send('connection' satisfies ToWorker, socket, { keepOpen: false }, (error) => {
    if (error) socket.destroy();
  });
}

function send(worker: ChildProcess, message: ToWorker): void {
  if (worker.connected) worker.send(message);
}

function refuse(socket: Socket): void {
  socket.resume();
  socket.end(
    `HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nContent-Length: ${NOT_YET.length}\r\nConnection: close\r\n\r\n${NOT_YET}`,
  );
}
