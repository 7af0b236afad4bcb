/** `$input.params('x').length()` as a name and what follows it. */
export interface Reference {
  readonly root: string;
  readonly steps: readonly Step[];
  /** As it is written, without `$`, `!` and braces. */
  readonly source: string;
}

export interface Step {
  /** A property or a method; nothing for an index. */
  readonly name?: string;
  /** What stands in the parentheses of a call, or in the brackets of an index. */
  readonly args?: string;
}

const START = /\$!?(\{)?([A-Za-z_][\w-]*)/y;
const PROPERTY = /\.([A-Za-z_][\w-]*)/y;

/** The reference that begins at a dollar sign, and where it ends. */
export function readReference(
  text: string,
  at: number,
): { readonly reference: Reference; readonly end: number } | undefined {
  START.lastIndex = at;
  const start = START.exec(text);
  if (start === null) return undefined;
  const from = at + start[0].length - start[2]!.length;
  const steps: Step[] = [];
  let end = at + start[0].length;
  for (;;) {
    PROPERTY.lastIndex = end;
    const property = PROPERTY.exec(text);
    if (property !== null) {
      const after = end + property[0].length;
      const closed = text[after] === '(' ? readEnclosed(text, after) : undefined;
      if (text[after] === '(' && closed === undefined) return undefined;
      steps.push(closed === undefined ? { name: property[1]! } : { name: property[1]!, args: closed.inner });
      end = closed?.end ?? after;
    } else if (text[end] === '[') {
      const closed = readEnclosed(text, end);
      if (closed === undefined) break;
      steps.push({ args: closed.inner });
      end = closed.end;
    } else break;
  }
  const source = text.slice(from, end);
  if (start[1] === undefined) return { reference: { root: start[2]!, steps, source }, end };
  // A formal reference that is not closed is text, and so is `${AWS::Region}`.
  return text[end] === '}' ? { reference: { root: start[2]!, steps, source }, end: end + 1 } : undefined;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What stands between a bracket and the one that closes it; brackets in quotes do not count. */
export function readEnclosed(
  text: string,
  at: number,
): { readonly inner: string; readonly end: number } | undefined {
  const open: string[] = [];
  for (let index = at; index < text.length; index += 1) {
    const character = text[index]!;
    if (character === '"' || character === "'") {
      const close = text.indexOf(character, index + 1);
      if (close === -1) return undefined;
      index = close;
    } else if (character in CLOSING) {
      open.push(CLOSING[character]!);
    } else if (character === open.at(-1)) {
      open.pop();
      if (open.length === 0) return { inner: text.slice(at + 1, index), end: index + 1 };
    }
  }
  return undefined;
}

/** The outermost references of an expression; those in single quotes are text. */
export function listReferences(expression: string): readonly Reference[] {
  const found: Reference[] = [];
  let inDouble = false;
  for (let index = 0; index < expression.length;) {
    const character = expression[index]!;
    if (character === '"') inDouble = !inDouble;
    if (character === "'" && !inDouble) {
      const close = expression.indexOf("'", index + 1);
      index = close === -1 ? expression.length : close + 1;
      continue;
    }
    const read = character === '$' ? readReference(expression, index) : undefined;
    if (read) found.push(read.reference);
    index = read?.end ?? index + 1;
  }
  return found;
}

/** A reference and those in its arguments. */
export function withArguments(reference: Reference): readonly Reference[] {
  const inner = reference.steps.flatMap(({ args }) => (args === undefined ? [] : listReferences(args)));
  return [reference, ...inner.flatMap(withArguments)];
}
