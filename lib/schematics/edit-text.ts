export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap. New lines get the line ends of the text. */
export function editText(text: string, edits: readonly TextEdit[]): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  // From the end, so that positions stay right; of two at one position, the first stands first.
  return edits
    .toReversed()
    .toSorted((one, other) => other.start - one.start || other.end - one.end)
    .reduce(
      (edited, { start, end, text: added }) =>
        edited.slice(0, start) + added.replaceAll('\n', lineEnd) + edited.slice(end),
      text,
    );
}
