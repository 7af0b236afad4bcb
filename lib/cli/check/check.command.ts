import { Option, SubCommand } from 'nest-commander';
import { Subcommand } from '../command/subcommand.js';
import { CHECK_OPTIONS, readCheckArguments, type RawCheckArguments } from './check-arguments.js';

/** The name and the options of `apigen check`. It accepts some options of `apigen`, before or after its name. */
@SubCommand({
  name: 'check',
  description: 'compare your own Terraform configuration with the application',
})
export class CheckCommand extends Subcommand {
  protected override readonly accepted = CHECK_OPTIONS;

  override async run(_: string[], own: RawCheckArguments): Promise<void> {
    const { checkApplication } = await import('./check-application.js');
    await this.execute(checkApplication, readCheckArguments(own, this.raw));
  }

  @Option({ flags: '--terraform <dir>', description: 'directory of the Terraform configuration to check' })
  readTerraform(dir: string): string {
    return dir;
  }
}
