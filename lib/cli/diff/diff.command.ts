import { Inject } from '@nestjs/common';
import { CommandRunner, Option, SubCommand } from 'nest-commander';
import type { RawArguments } from '../process/raw-arguments.js';
import { setSubcommand } from '../process/set-subcommand.js';
import { DIFF_OPTIONS, type RawDiffArguments } from './diff-arguments.js';

/** The token of the function that runs the command. */
export const DIFF = 'nestjs-aws-gateway:diff';

type Command = Parameters<CommandRunner['setCommand']>[0];

/** The name and the options of `apigen diff`. It accepts some options of `apigen` too, before or after its name. */
@SubCommand({
  name: 'diff',
  description: 'print what changed in the gateway since a file or a commit, by risk; writes no files',
})
export class DiffCommand extends CommandRunner {
  constructor(@Inject(DIFF) private readonly diff: (raw: RawArguments & RawDiffArguments) => Promise<void>) {
    super();
  }

  override setCommand(command: Command): this {
    setSubcommand(command, DIFF_OPTIONS);
    return super.setCommand(command);
  }

  override run(_: string[], own: RawDiffArguments): Promise<void> {
    const { base, failOn } = own;
    return this.diff({
      ...this.command.parent?.opts(),
      ...(base === undefined ? {} : { base }),
      ...(failOn === undefined ? {} : { failOn }),
    });
  }

  @Option({
    flags: '--base <file|git-ref>',
    description:
      'what to compare with: a file, a commit, branch or tag, or <git-ref>:<path>; by default the files of --out-private and --out-public',
  })
  readBase(base: string): string {
    return base;
  }

  @Option({
    flags: '--fail-on <risks>',
    description: 'exit with 1 for a change of these risks: security, outage, behaviour, cost, cosmetic',
  })
  readFailOn(risks: string): string {
    return risks;
  }
}
