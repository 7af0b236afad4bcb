import { endOfBrackets, PARENTHESES } from './end-of-brackets.js';

const DEAD = /\\[$#]|#\[\[[^]*?\]\]#|#\*[^]*?\*#|##[^\n]*/;
/** A directive or a method with arguments, in which text stands in quotes. */
const OPENING = /#\{?(?!end\b|else\b)[a-z]+\}?[ \t]*\(|(?:\$!?\{?[A-Za-z][\w-]*|(?<=\)))(?:\.[A-Za-z]\w*)+\(/;
const PIECE = new RegExp(`${DEAD.source}|${OPENING.source}`, 'g');

interface TemplatePiece {
  /** `dead`: a comment, unparsed text or an escaped character. `quoted`: text in single quotes, with the quotes. */
  readonly kind: 'live' | 'dead' | 'quoted';
  readonly text: string;
}

/** A template in its pieces: what Velocity evaluates, and what it does not. */
export function* listPieces(template: string): Generator<TemplatePiece> {
  const pattern = new RegExp(PIECE);
  let end = 0;
  for (let found = pattern.exec(template); found; found = pattern.exec(template)) {
    const [piece] = found;
    yield { kind: 'live', text: template.slice(end, found.index) };
    const closed = piece.endsWith('(') ? endOfBrackets(template, pattern.lastIndex - 1, PARENTHESES) : -1;
    if (closed !== -1) {
      yield* listQuoted(template.slice(found.index, closed));
      pattern.lastIndex = closed;
    } else yield { kind: DEAD.test(piece) ? 'dead' : 'live', text: piece };
    end = pattern.lastIndex;
  }
  yield { kind: 'live', text: template.slice(end) };
}

/** Between single quotes, which stand in no others, Velocity reads nothing. */
function* listQuoted(call: string): Generator<TemplatePiece> {
  for (const text of call.split(/("[^"]*"|'[^']*')/)) {
    yield { kind: text.startsWith("'") ? 'quoted' : 'live', text };
  }
}

/** The text that Velocity evaluates: without comments, unparsed text, escaped characters, and what single quotes hold. */
export function readLive(template: string): string {
  return [...listPieces(template)]
    .map(({ kind, text }) =>
      kind === 'live' ? text : kind === 'dead' ? ' ' : text.replace(/#|\$(?=[!{A-Za-z])/g, ' '),
    )
    .join('');
}

const DIRECTIVE =
  /#(?:\{(if|foreach|macro|define|elseif|else|end)\}|(if|foreach|macro|define|elseif|else|end)(?![A-Za-z0-9_]))/g;

/** The directive that does not match the directives before it, or that has no `#end`. */
export function findUnbalanced(live: string): string | undefined {
  const open: string[] = [];
  for (const [, braced, bare] of live.matchAll(DIRECTIVE)) {
    const name = braced ?? bare!;
    if (name === 'end') {
      if (open.pop() === undefined) return '`#end` without an `#if` or `#foreach`';
    } else if (name === 'else' || name === 'elseif') {
      if (open.at(-1) !== 'if') return `\`#${name}\` without an \`#if\``;
      if (name === 'else') open[open.length - 1] = 'if … else';
    } else open.push(name);
  }
  return open.length === 0 ? undefined : `\`#${open[0]!.replace(/ .*/, '')}\` without its \`#end\``;
}

/** References such as `$context.identity.sourceIp`, as the names below the root, up to the first method call. */
export function* listNames(
  live: string,
  root: 'context' | 'util' | 'input',
): Generator<{ readonly written: string; readonly names: readonly string[]; readonly called: boolean }> {
  const pattern = new RegExp(`\\$!?\\{?${root}((?:\\.[A-Za-z_][\\w-]*)+)([([]?)`, 'g');
  for (const [, path, bracket] of live.matchAll(pattern)) {
    const names = path!.slice(1).split('.');
    yield { written: `$${root}${path}`, names, called: bracket !== '' };
  }
}

/**
 * Calls of `$util.escapeJavaScript` on input of a caller or a backend, in JSON, whose `\\'` nothing replaces afterwards.
 * Calls inside another call do not count.
 */
export function* listUnmended(live: string): Generator<string> {
  for (const { index } of live.matchAll(/\$!?\{?util\.escapeJavaScript\(/g)) {
    const end = endOfBrackets(live, live.indexOf('(', index), PARENTHESES);
    const call = live.slice(index, end);
    const before = live.slice(0, index);
    if (end === -1 || !/\$!?\{?(?!util\b|context\b|stageVariables\b)[A-Za-z]/.test(call)) continue;
    if (/^\s*\.replaceAll\(/.test(live.slice(end)) || /\$!?\{?util\.\w+\([^()]*$/.test(before)) continue;
    const variable = /#set\s*\(\s*\$!?\{?([A-Za-z]\w*)\}?\s*=\s*["']?$/.exec(before)?.[1];
    if (variable !== undefined && new RegExp(`\\$!?\\{?${variable}\\.replaceAll\\(`).test(live)) continue;
    yield call;
  }
}
