/** Where data and where words for people go. */
export interface Streams {
  /** @throws CannotRun when it cannot be written; a reader that went away is not a failure */
  writeOut(text: string): void | Promise<void>;
  writeErr(text: string): void;
}
