/** A position in a file; lines and columns are counted from 1. */
export interface Position {
  /** Absolute, or a URL of a bundler. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The source map has no position for the line, so this is that of a line before. Absent: it has. */
  readonly isGuess?: boolean;
}
