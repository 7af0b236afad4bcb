import { enableCompileCache } from './process/enable-compile-cache.js';
import { listBases, loadAdapter } from './application/find-adapter.js';
import { preferShortRuns } from './process/prefer-short-runs.js';

/** Loads what an application needs to be served, and what does not change with it. */
export async function preload(): Promise<void> {
  enableCompileCache();
  preferShortRuns();
  // One after the other: Node does not require an ES module that it is importing.
  for (const load of MODULES) {
    try {
      await load();
    } catch {
      // What is missing is reported when the application is loaded.
    }
  }
}

const MODULES: readonly (() => Promise<unknown>)[] = [
  () => import('@nestjs/swagger'),
  () => loadAdapter(listBases()),
  () => import('./run-command.js'),
  () => import('./serve/serve-arguments.js'),
  () => import('./serve/serve-application.js'),
];
