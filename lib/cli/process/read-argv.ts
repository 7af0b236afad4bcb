/**
 * The arguments after the entry file, `argv`, without the name of the command.
 *
 * `pnpm run apigen -- --list` passes its own `--` too, which is left out.
 *
 * `nest start --no-shell` passes every argument as a JSON string, with quotes: they are removed.
 */
export function readArgv(argv: readonly string[]): readonly string[] {
  const unquoted = argv.map(unquote);
  const given = unquoted.every((argument) => argument !== undefined) ? unquoted : argv;
  const own = given[0] === '--' ? given.slice(1) : given;
  return own[0] === 'apigen' ? own.slice(1) : own;
}

function unquote(argument: string): string | undefined {
  if (!/^".*"$/s.test(argument)) return undefined;
  try {
    return JSON.parse(argument) as string;
  } catch {
    return undefined;
  }
}
