export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Gives a text the line ends of another one, and its tabs. */
export function styleLike(other: string, text: string): string {
  const indented = /^\t/m.test(other)
    ? text.replace(
        /^(\t*)((?: {2})+)/gm,
        (_, tabs: string, spaces: string) => `${tabs}${'\t'.repeat(spaces.length / 2)}`,
      )
    : text;
  return other.includes('\r\n') ? indented.replaceAll('\n', '\r\n') : indented;
}

/** Applies edits that do not overlap. What they add is written like the text. */
export function editText(text: string, edits: readonly TextEdit[]): string {
  // From the end, so that positions stay right; of two at one position, the first stands first.
  return edits
    .toReversed()
    .toSorted((one, other) => other.start - one.start || other.end - one.end)
    .reduce(
      (edited, { start, end, text: added }) =>
        edited.slice(0, start) + styleLike(text, added) + edited.slice(end),
      text,
    );
}
