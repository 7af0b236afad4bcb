/**
 * The arguments after the entry file, `argv`, without the name of the command.
 *
 * `pnpm run apigen:write -- --strict` passes its own `--` too, which is left out, as no argument of `apigen` starts with a
 * dash. `help` and `help explain` are
 * what other programs have for `--help`.
 *
 * `nest start --no-shell` passes every argument as a JSON string, with quotes: they are removed.
 */
export function readArgv(argv: readonly string[]): readonly string[] {
  const unquoted = argv.map(unquote);
  const given = unquoted.every((argument) => argument !== undefined) ? unquoted : argv;
  const own = given.filter(
    (argument, index) => argument !== '--' || (index > 0 && !given[index + 1]?.startsWith('-')),
  );
  const [first, ...others] = own[0] === 'apigen' ? own.slice(1) : own;
  if (first === undefined) return [];
  return first === 'help' ? [...others, '--help'] : [first, ...others];
}

function unquote(argument: string): string | undefined {
  if (!/^".*"$/s.test(argument)) return undefined;
  try {
    return JSON.parse(argument) as string;
  } catch {
    return undefined;
  }
}
