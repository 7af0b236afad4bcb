import { ALL_BRACKETS, endOfBrackets } from './end-of-brackets.js';

const DIRECTIVE = /#(?:\{([a-z]+)\}|(if|elseif|foreach|set|else|end|stop|break|return|macro)\b)/y;

/** A directive with its argument, a reference with its calls, an escaped character, or a single character. */
export interface TemplateToken {
  readonly text: string;
  /** The name of a directive, such as `if`. Absent: no directive. */
  readonly directive?: string;
  readonly isReference?: true;
}

/** The tokens of a mapping template. Quotes of JSON are characters like others. Together they are the template. */
export function* listTemplateTokens(template: string): Generator<TemplateToken> {
  for (let at = 0; at < template.length;) {
    const token = readToken(template, at);
    yield token;
    at += token.text.length;
  }
}

function readToken(template: string, at: number): TemplateToken {
  const char = template[at]!;
  if (char === '#') return readDirective(template, at) ?? { text: char };
  if (char === '\\') return { text: template.slice(at, at + 2) };
  if (char === '$') return readReference(template, at) ?? { text: char };
  return { text: char };
}

function readDirective(template: string, at: number): TemplateToken | undefined {
  DIRECTIVE.lastIndex = at;
  const found = DIRECTIVE.exec(template);
  if (!found) return undefined;
  const end = at + found[0].length;
  const open = /^[ \t]*(?=\()/.exec(template.slice(end, end + 20));
  const text = open
    ? template.slice(at, endOfArguments(template, end + open[0].length))
    : template.slice(at, end);
  return { text, directive: found[1] ?? found[2]! };
}

const REFERENCE = /\$!?\{?[A-Za-z][\w.]*/y;
const PROPERTY = /(?:\.\w+)*/y;

function readReference(template: string, at: number): TemplateToken | undefined {
  REFERENCE.lastIndex = at;
  const start = REFERENCE.exec(template)?.[0];
  if (start === undefined) return undefined;
  let end = at + start.length;
  while (template[end] === '(' || template[end] === '[') {
    PROPERTY.lastIndex = endOfArguments(template, end);
    end = PROPERTY.lastIndex + PROPERTY.exec(template)![0].length;
  }
  if (start.includes('{') && template[end] === '}') end += 1;
  return { text: template.slice(at, end), isReference: true };
}

/** What is not closed ends with the template. */
function endOfArguments(template: string, open: number): number {
  const end = endOfBrackets(template, open, ALL_BRACKETS);
  return end === -1 ? template.length : end;
}
