import type { Terminal } from '../report/terminal.js';

/** The outputs for data and for messages. */
export interface Streams {
  /** @throws CannotRun if the write fails. A closed reader is not a failure */
  writeOut(text: string): void | Promise<void>;
  writeErr(text: string): void;
  /** Names what the run does from now on, for a terminal: `compiles the routes`. Absent: it waits. */
  step(what?: string): void;
  /** Where data goes. */
  readonly out: Terminal;
  /** Where messages go. */
  readonly err: Terminal;
}
