import { END_SIGNALS } from '../process/end-signals.js';

/** Milliseconds between two looks at the process that started this one. */
const PAUSE = 500;

/** Resolves at the first signal to end. A second one ends the process at once, whatever still runs. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of END_SIGNALS) process.off(signal, stop);
      clearInterval(timer);
      resolve();
    };
    for (const signal of END_SIGNALS) process.on(signal, stop);
    const timer = isStartedByScript() ? whenOrphaned(stop) : undefined;
  });
}

/**
 * npm sets the variable, and so do yarn and pnpm. A signal to them or to the Nest CLI reaches only the shell in between:
 * the shell ends, and this process would go on and keep its port. One that a person starts without them may outlive its
 * shell.
 */
function isStartedByScript(): boolean {
  return process.env['npm_execpath'] !== undefined;
}

function whenOrphaned(stop: () => void): NodeJS.Timeout {
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) stop();
  }, PAUSE);
}
