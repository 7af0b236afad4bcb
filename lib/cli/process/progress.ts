/** How long a run may be silent, in milliseconds. */
const PATIENCE = 1_000;

/** Starts the line again, and removes what it had. */
const ERASE = '\r\u001b[K';

/** One line at the end of a terminal that says what a long run does. */
export interface Progress {
  /**
   * A step begins, such as `reads the application`. The line shows it once the run has taken a second, until something
   * else is written. Without a text the run waits for nothing.
   */
  step(what?: string): void;
  /** Removes the line, before something else is written or when the run ends. */
  clear(): void;
}

/**
 * @param write absent: there is no terminal, and nothing is shown
 * @param now milliseconds since the process started
 */
export function createProgress(
  write: ((text: string) => void) | undefined,
  now: () => number = () => performance.now(),
): Progress {
  let shown = false;
  let timer: NodeJS.Timeout | undefined;
  const clear = (): void => {
    clearTimeout(timer);
    if (shown) write?.(ERASE);
    shown = false;
  };
  const show = (what: string): void => {
    // The cursor stays in front, so that whatever the application prints replaces the line.
    write?.(`${ERASE}apigen: ${what} …\r`);
    shown = true;
  };
  return {
    step: (what) => {
      clear();
      if (!write || what === undefined) return;
      const left = PATIENCE - now();
      // A step may keep the process so busy that no timer runs.
      if (left <= 0) show(what);
      else timer = setTimeout(() => show(what), left).unref();
    },
    clear,
  };
}
