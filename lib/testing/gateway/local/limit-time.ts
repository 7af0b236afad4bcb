import { GatewayFault } from '../gateway-fault.js';

/** Work with a time limit, and what ends it early. */
export interface TimeLimit {
  /** Aborts when the time is over or the caller goes away. */
  readonly signal: AbortSignal;
  /** Settles as the work does, or fails when the time is over, whatever the work makes of the signal. */
  race<Value>(work: Promise<Value>): Promise<Value>;
  /** The work is done. */
  end(): void;
}

/** @param limit milliseconds */
export function limitTime(limit: number, caller: AbortSignal | undefined): TimeLimit {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, limit);
  if (caller?.aborted) abort();
  else caller?.addEventListener('abort', abort, { once: true });
  return {
    signal,
    race: (work) =>
      new Promise((resolve, reject) => {
        const stop = (): void => reject(new GatewayFault('INTEGRATION_TIMEOUT'));
        if (signal.aborted) stop();
        else signal.addEventListener('abort', stop, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
      }),
    end: () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', abort);
    },
  };
}
