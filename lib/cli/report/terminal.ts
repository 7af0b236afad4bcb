import { plain, type Paint } from '../../diagnostics/paint.js';

/** What an output shows. */
export interface Terminal {
  readonly paint: Paint;
  /** Characters of a line. Absent: it is a pipe or a file, whose lines have any length. */
  readonly width?: number;
}

/** A pipe or a file. */
export const NO_TERMINAL: Terminal = { paint: plain };
