/** Marks a process that serves for another one, which has the port. */
export const WORKER = 'APIGEN_SERVE_WORKER';

/**
 * What a worker tells: it is ready for connections, or it has ended those on which nothing happens. One whose application
 * has errors ends.
 */
export type FromWorker =
  { readonly state: 'ready'; readonly routes: number } | { readonly state: 'replaced' };

/** What it is told: here is a connection, or another one takes over. */
export type ToWorker = 'connection' | 'end';
