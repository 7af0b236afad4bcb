import { END_SIGNALS } from '../process/end-signals.js';

/** Resolves at the first signal to end. A second one ends the process at once, whatever still runs. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of END_SIGNALS) process.off(signal, stop);
      resolve();
    };
    for (const signal of END_SIGNALS) process.on(signal, stop);
  });
}
