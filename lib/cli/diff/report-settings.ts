import type { Paint } from '../../diagnostics/paint.js';
import type { Risk } from '../../diff/change-kinds.js';

/** What a report says beside the changes. */
export interface ReportSettings {
  /** What the application is compared with. */
  readonly base: string;
  /** The risks that fail the run. */
  readonly failOn: readonly Risk[];
  /** Of the text. */
  readonly paint: Paint;
}
