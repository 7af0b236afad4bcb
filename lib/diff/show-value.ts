/** Characters of a value that a line has room for. */
const WIDTH = 90;

/** A value of a document in a message: in backticks, in one line, and as its author wrote it. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? shorten(value) : JSON.stringify(value);
  const line = clean(text);
  return `\`${line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line}\``;
}

/** Two values of which only the part that differs is shown, if they are long. */
export function showBoth(base: unknown, now: unknown): readonly [base: string, now: string] {
  const [a, b] = [base, now].map((value) =>
    typeof value === 'string' ? clean(shorten(value)) : clean(JSON.stringify(value) ?? ''),
  ) as [string, string];
  if (base === undefined || now === undefined || (a.length <= WIDTH && b.length <= WIDTH)) {
    return [showValue(base), showValue(now)];
  }
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const from = Math.max(0, start - WIDTH / 3);
  const cut = (text: string): string => showValue(`${from > 0 ? '…' : ''}${text.slice(from)}`);
  return [cut(a), cut(b)];
}

/** Several names: `` `a`, `b` and `c` ``. */
export function showList(values: readonly unknown[]): string {
  const shown = values.map(showValue);
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** Of an invocation URI the function. */
function shorten(text: string): string {
  return /:lambda:path\/[^/]+\/functions\/(.+)\/(?:response-streaming-)?invocations$/.exec(text)?.[1] ?? text;
}

/** A backtick would end the value, and the author did not write Terraform's escapes. */
function clean(text: string): string {
  return text
    .replace(/([$%])\1\{/g, '$1{')
    .replace(/\s+/g, ' ')
    .replaceAll('`', "'")
    .trim();
}
