import type { ServedExchange } from '../page/served-exchange.js';

/** Marks a process that serves for another one, which has the port. */
export const WORKER = 'APIGEN_SERVE_WORKER';

/**
 * What a worker tells: it serves on a port of its own, or these are the requests that it has to show. One whose
 * application has errors ends.
 */
export type FromWorker =
  | { readonly state: 'ready'; readonly routes: number; readonly port: number }
  | { readonly state: 'replaced'; readonly history: readonly ServedExchange[] };

/** What it is told: load the application, another one takes over, or these requests came before. */
export type ToWorker = 'load' | 'replace' | { readonly history: readonly ServedExchange[] };
