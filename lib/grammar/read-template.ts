/** What of a template Velocity reads: comments, unparsed text and what a backslash escapes are taken out. */
export function readLive(template: string): string {
  return template.replace(/\\[$#]|#\[\[[^]*?\]\]#|#\*[^]*?\*#|##[^\n]*/g, ' ');
}

const DIRECTIVE =
  /#(?:\{(if|foreach|macro|define|elseif|else|end)\}|(if|foreach|macro|define|elseif|else|end)(?![A-Za-z0-9_]))/g;

/** The directive that does not fit those before it, and those that have no `#end`. */
export function findUnbalanced(live: string): string | undefined {
  const open: string[] = [];
  for (const [, braced, bare] of live.matchAll(DIRECTIVE)) {
    const name = braced ?? bare!;
    if (name === 'end') {
      if (open.pop() === undefined) return '`#end` with nothing to end';
    } else if (name === 'else' || name === 'elseif') {
      if (open.at(-1) !== 'if') return `\`#${name}\` without an \`#if\``;
      if (name === 'else') open[open.length - 1] = 'if … else';
    } else open.push(name);
  }
  return open.length === 0 ? undefined : `\`#${open[0]!.replace(/ .*/, '')}\` without its \`#end\``;
}

/** References such as `$context.identity.sourceIp`, as the names below the root; methods that are called end them. */
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
