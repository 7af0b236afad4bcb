/** Where data and where words for people go. */
export interface Streams {
  writeOut(text: string): void;
  writeErr(text: string): void;
}
