import { setImmediate } from 'node:timers/promises';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does what must not stop half way: a signal that asks the process to end is obeyed afterwards. */
export async function deferSignals<Result>(action: () => Result): Promise<Result> {
  let received: NodeJS.Signals | undefined;
  const remember = (signal: NodeJS.Signals): void => {
    received ??= signal;
  };
  for (const signal of SIGNALS) process.on(signal, remember);
  try {
    return action();
  } finally {
    // A signal is delivered when the event loop turns; twice, as it may be on its way.
    await setImmediate();
    await setImmediate();
    for (const signal of SIGNALS) process.off(signal, remember);
    if (received !== undefined) process.kill(process.pid, received);
  }
}
