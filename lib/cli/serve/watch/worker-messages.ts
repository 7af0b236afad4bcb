import type { ServedExchange } from '../page/served-exchange.js';

/** Marks a process that serves for another one, which has the port. */
export const WORKER = 'APIGEN_SERVE_WORKER';

/**
 * What a worker tells: it is ready for connections, or it has ended those on which nothing happens, and has these
 * requests to show. One whose application has errors ends.
 */
export type FromWorker =
  | { readonly state: 'ready'; readonly routes: number }
  | { readonly state: 'replaced'; readonly history: readonly ServedExchange[] };

/** What it is told: here is a connection, another one takes over, or these requests came before. */
export type ToWorker = 'connection' | 'end' | { readonly history: readonly ServedExchange[] };
