import { setImmediate } from 'node:timers/promises';
import { END_SIGNALS } from './end-signals.js';

/** Runs work that must not be interrupted: a signal to end the process takes effect afterwards. */
export async function deferSignals<Result>(action: () => Result): Promise<Result> {
  let received: NodeJS.Signals | undefined;
  const remember = (signal: NodeJS.Signals): void => {
    received ??= signal;
  };
  for (const signal of END_SIGNALS) process.on(signal, remember);
  try {
    return action();
  } finally {
    // The event loop delivers signals. Two turns, because a signal may be pending.
    await setImmediate();
    await setImmediate();
    for (const signal of END_SIGNALS) process.off(signal, remember);
    if (received !== undefined) process.kill(process.pid, received);
  }
}
