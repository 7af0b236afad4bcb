import { fork, type ChildProcess } from 'node:child_process';
import { CannotRun } from '../process/cannot-run.js';
import type { ProcessClaim } from '../process/claim-process.js';
import { isBuilt } from './is-built.js';
import { watchEntry } from './watch-entry.js';

/** Marks a run that another process starts for each change. */
const RUN = 'APIGEN_WATCHED_RUN';

/** Whether this process is such a run, which does not watch itself. */
export function isWatchedRun(): boolean {
  return process.env[RUN] !== undefined;
}

/**
 * Runs the same command in a process of its own now and after each change, until a signal. Such a run replaces all files
 * or, with errors, none.
 */
export async function watchDocuments({ argv, writeErr, step }: ProcessClaim): Promise<void> {
  step();
  const entry = argv[1];
  if (entry === undefined) throw new CannotRun('--watch needs an entry file');
  let current: ChildProcess | undefined;
  let isStale = false;
  let stopped = false;

  const start = (): void => {
    if (current) {
      // Files that it just replaces are replaced to the end.
      isStale = true;
      current.kill('SIGTERM');
      return;
    }
    if (stopped || !isBuilt(entry)) return;
    isStale = false;
    current = fork(entry, argv.slice(2), { env: { ...process.env, [RUN]: '1' } });
    current.on('exit', () => {
      current = undefined;
      if (isStale) start();
      else if (!stopped) writeErr('apigen: waiting for a change of the application (Ctrl-C ends)\n');
    });
  };

  await watchEntry(entry, 'apigen', writeErr, start);
  stopped = true;
  current?.kill('SIGTERM');
}
