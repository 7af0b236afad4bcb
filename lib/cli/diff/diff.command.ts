import { Option, SubCommand } from 'nest-commander';
import { Subcommand } from '../command/subcommand.js';
import { DIFF_OPTIONS, readDiffArguments, type RawDiffArguments } from './diff-arguments.js';

/** The name and the options of `apigen diff`. It accepts some options of `apigen` too, before or after its name. */
@SubCommand({
  name: 'diff',
  description: 'print what changed in the gateway since a file or a commit, by risk; writes no files',
})
export class DiffCommand extends Subcommand {
  protected override readonly accepted = DIFF_OPTIONS;

  override async run(_: string[], own: RawDiffArguments): Promise<void> {
    const { diffApplication } = await import('./diff-application.js');
    await this.execute(diffApplication, readDiffArguments(own, this.raw));
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
