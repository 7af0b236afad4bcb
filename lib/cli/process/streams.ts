import type { Terminal } from '../report/terminal.js';

/** The outputs for data and for messages. */
export interface Streams {
  /** @throws CannotRun if the write fails. A closed reader is not a failure */
  writeOut(text: string): void | Promise<void>;
  writeErr(text: string): void;
  /** Where data goes. */
  readonly out: Terminal;
  /** Where messages go. */
  readonly err: Terminal;
}
