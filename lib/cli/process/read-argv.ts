/**
 * The arguments after the entry file, `argv`, without the name of the command.
 *
 * `nest start --no-shell` passes every argument as a JSON string, with quotes: they are removed.
 */
export function readArgv(argv: readonly string[]): readonly string[] {
  const unquoted = argv.map(unquote);
  const given = unquoted.every((argument) => argument !== undefined) ? unquoted : argv;
  return given[0] === 'apigen' ? given.slice(1) : given;
}

function unquote(argument: string): string | undefined {
  if (!/^".*"$/s.test(argument)) return undefined;
  try {
    return JSON.parse(argument) as string;
  } catch {
    return undefined;
  }
}
