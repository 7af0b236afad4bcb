/** Marks a process that serves for another one, which has the port. */
export const WORKER = 'APIGEN_SERVE_WORKER';

/** What a worker tells when it is ready for connections. One whose application has errors ends. */
export interface FromWorker {
  readonly ready: true;
  readonly routes: number;
}

/** What it is told: here is a connection, or another one takes over. */
export type ToWorker = 'connection' | 'end';
