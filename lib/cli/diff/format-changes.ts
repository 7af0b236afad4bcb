import { formatText } from './format-text.js';
import { formatMarkdown } from './format-markdown.js';
import { formatAnnotations } from './format-annotations.js';
import type { ReportSettings } from './report-settings.js';
import type { PlacedChange } from './place-changes.js';

export type ChangeFormat = 'text' | 'json' | 'markdown' | 'github';

/** Changes as text, as JSON, as Markdown for a pull request, or as annotations of a GitHub workflow. */
export function formatChanges(
  changes: readonly PlacedChange[],
  format: ChangeFormat,
  settings: ReportSettings,
): string {
  return FORMATS[format](changes, settings);
}

const FORMATS: Readonly<
  Record<ChangeFormat, (changes: readonly PlacedChange[], settings: ReportSettings) => string>
> = {
  text: formatText,
  json: (changes) => `${JSON.stringify(changes, null, 2)}\n`,
  markdown: formatMarkdown,
  github: formatAnnotations,
};
