import type { ChildProcess } from 'node:child_process';
import { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ProcessClaim } from '../../process/claim-process.js';
import { count } from '../../report/count.js';
import { isBuilt } from '../../watch/is-built.js';
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

/** The version of the application that is served, and the one that is to take over. */
export class Versions {
  private current: Version | undefined;
  private next: ChildProcess | undefined;
  /** The worker for the next change. */
  private spare: ChildProcess | undefined;
  private hasFailed = false;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly entry: string,
    private readonly args: readonly string[],
    private readonly writeErr: ProcessClaim['writeErr'],
  ) {}

  serve(message: IncomingMessage, response: ServerResponse): void {
    if (this.current) void this.serveBy(this.current, message, response);
    // What callers get before the first version without errors.
    else if (this.hasFailed) refuseRequest(response, 'the application has errors; the terminal shows them');
    else this.waiting.push(() => this.serve(message, response));
  }

  private serveWaiting(): void {
    this.waiting.splice(0).forEach((again) => again());
  }

  private async serveBy(version: Version, message: IncomingMessage, response: ServerResponse): Promise<void> {
    version.open.add(response);
    await forwardRequest(message, response, version);
    version.open.delete(response);
    if (version !== this.current && version.open.size === 0) version.worker.kill();
  }

  /** Starts the version that is built now. It takes over when it is ready. */
  start(url: string): void {
    if (!isBuilt(this.entry)) return;
    const begin = performance.now();
    this.next?.kill('SIGKILL');
    const worker = this.spare ?? this.prepare();
    this.spare = undefined;
    this.next = worker;
    worker.on('message', (message: FromWorker) => {
      if (message.state !== 'ready' || worker !== this.next) return;
      const agent = new Agent({ keepAlive: true });
      const version = { worker, port: message.port, agent, open: new Set<ServerResponse>() };
      this.takeOver(version, { routes: message.routes, url, begin });
      this.spare ??= this.prepare();
    });
    send(worker, 'load');
  }

  /** Ends all of them. */
  stop(): void {
    const workers = [this.current?.worker, this.next, this.spare];
    this.current = this.next = this.spare = undefined;
    for (const worker of workers) worker?.kill();
  }

  private takeOver(version: Version, { routes, url, begin }: TakeOver): void {
    const before = this.current;
    this.current = version;
    this.next = undefined;
    this.serveWaiting();
    const took = `${Math.round(performance.now() - begin)} ms`;
    const report = (what: string): void =>
      this.writeErr(`apigen serve: ${count(routes, 'route')} on ${url} (${what}, ${took})\n`);
    if (before) replace(before, version.worker, () => report('new version'));
    else report('ready');
  }

  private prepare(): ChildProcess {
    const worker = forkAhead(this.entry, this.args);
    return worker.on('exit', () => {
      if (worker === this.spare) this.spare = undefined;
      if (worker === this.current?.worker) {
        this.current = undefined;
        this.writeErr('apigen serve: the application ended; a change starts it again\n');
      }
      this.fail(worker);
    });
  }

  private fail(worker: ChildProcess): void {
    if (worker !== this.next) return;
    this.next = undefined;
    this.hasFailed = true;
    this.serveWaiting();
    this.writeErr(
      this.current
        ? 'apigen serve: the last version without errors is served\n'
        : 'apigen serve: nothing is served until the errors are corrected\n',
    );
    this.spare ??= this.prepare();
  }
}

/** What is reported of a version that takes over. */
interface TakeOver {
  readonly routes: number;
  readonly url: string;
  /** When it was started, in milliseconds. */
  readonly begin: number;
}

/** The process before passes its history on, and ends when it has answered its last requests. */
function replace(before: Version, worker: ChildProcess, report: () => void): void {
  before.worker.once('message', (message: FromWorker) => {
    if (message.state === 'replaced') send(worker, { history: message.history });
    report();
    if (before.open.size === 0) before.worker.kill();
    else setTimeout(() => before.worker.kill(), PATIENCE).unref();
  });
  send(before.worker, 'replace');
}

function send(worker: ChildProcess, message: ToWorker): void {
  if (worker.connected) worker.send(message);
}
