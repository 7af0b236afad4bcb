/** `#if(…)`, `#set(…)` and the like, whose parentheses may be nested; or the braces of a reference. */
const DIRECTIVE = /^#(?:if|elseif|foreach|set|else|end|stop|break|return)\b/;
const OPENS = ['if', 'foreach', 'macro'];

/**
 * A mapping template with readable line breaks. They are only for display: in Velocity a line break is text, so the
 * written template has none of them.
 */
export function formatTemplate(template: string): string {
  const lines: string[] = [];
  let depth = 0;
  let line = '';
  const flush = (): void => {
    if (line.trim() !== '') lines.push(`${'  '.repeat(Math.max(depth, 0))}${line.trim()}`);
    line = '';
  };
  for (let at = 0; at < template.length;) {
    const rest = template.slice(at);
    const directive = DIRECTIVE.exec(rest)?.[0];
    const token = directive === undefined ? readToken(rest) : readDirective(rest, directive.length);
    at += token.length;
    const word = directive?.slice(1);
    if (word !== undefined) {
      flush();
      if (word === 'end' || word.startsWith('else')) depth -= 1;
      line = token;
      flush();
      if (OPENS.includes(word) || word.startsWith('else')) depth += 1;
    } else if (token === '{' || token === '[') {
      line += token;
      flush();
      depth += 1;
    } else if (token === '}' || token === ']') {
      flush();
      depth -= 1;
      line = token;
    } else if (token === ',') {
      line += token;
      flush();
    } else if (token === '\n') {
      flush();
    } else {
      line += token;
    }
  }
  flush();
  return lines.join('\n');
}

/** A quoted text, a reference with its calls, or one character. */
function readToken(rest: string): string {
  if (rest.startsWith('"')) return readQuoted(rest);
  if (!/^\$!?\{?[A-Za-z]/.test(rest)) return rest[0]!;
  let at = /^\$!?\{?[\w.]+/.exec(rest)![0].length;
  while (rest[at] === '(' || rest[at] === '[') {
    at += readBrackets(rest.slice(at)).length;
    at += /^(?:\.\w+)*/.exec(rest.slice(at))![0].length;
  }
  return rest.slice(0, rest[at] === '}' && /^\$!?\{/.test(rest) ? at + 1 : at);
}

function readDirective(rest: string, length: number): string {
  const spaces = /^\s*/.exec(rest.slice(length))![0].length;
  return rest[length + spaces] === '('
    ? rest.slice(0, length + spaces) + readBrackets(rest.slice(length + spaces))
    : rest.slice(0, length);
}

/** From an opening bracket to the one that closes it; brackets in quotes do not count. */
function readBrackets(text: string): string {
  let depth = 0;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
    } else if (character === '"' || character === "'") quote = character;
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    if (depth === 0 && quote === undefined) return text.slice(0, at + 1);
  }
  return text;
}

/** Quotes of JSON. The text between them may contain references with quotes. */
function readQuoted(text: string): string {
  for (let at = 1; at < text.length; at += 1) {
    const character = text[at]!;
    if (character === '\\') at += 1;
    else if (character === '"') return text.slice(0, at + 1);
    else if (character === '$') at += Math.max(readToken(text.slice(at)).length - 1, 0);
  }
  return text;
}
