/**
 * What the user wrote behind the entry file, `argv`, without the command's own name.
 *
 * `nest start --no-shell` hands every argument over as a JSON string, quotes included: they are taken off.
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
