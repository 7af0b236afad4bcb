import type { Diagnostic } from './diagnostic.js';
import { formatPlace } from './format-place.js';
import type { Paint } from './paint.js';

/** A diagnostic that stands for several. */
interface Several {
  readonly place: string;
  /** All of them. */
  readonly places: string;
}

/** The lines of a diagnostic: its place, and indented what was found, what to do, its code and its documentation. */
export function formatEntry(
  { at, message, fix, code, severity, docs }: Diagnostic,
  paint: Paint,
  several?: Several,
): string {
  const lines = [
    message,
    ...(several ? [`in ${several.places}`] : []),
    fix,
    `${paint(severity, `${code} (${severity})`)}${paint('quiet', `, see ${docs}`)}`,
  ];
  const place = paint('strong', several?.place ?? formatPlace(at));
  return `${place}\n${lines.map((line) => `  ${line.replace(/\r?\n/g, '\n  ')}\n`).join('')}`;
}
