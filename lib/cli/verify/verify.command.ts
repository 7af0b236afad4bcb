import { Option, SubCommand } from 'nest-commander';
import { Subcommand } from '../command/subcommand.js';
import { VERIFY_OPTIONS, readVerifyArguments, type RawVerifyArguments } from './verify-arguments.js';

/** The name and the options of `apigen verify`. It accepts some options of `apigen`, before or after its name. */
@SubCommand({
  name: 'verify',
  description: 'deploy to an emulator of AWS with Terraform, and compare what it has with the application',
})
export class VerifyCommand extends Subcommand {
  protected override readonly accepted = VERIFY_OPTIONS;

  override async run(_: string[], own: RawVerifyArguments): Promise<void> {
    const { verifyApplication } = await import('./verify-application.js');
    await this.execute(verifyApplication, readVerifyArguments(own, this.raw));
  }

  @Option({ flags: '--endpoint <url>', description: 'URL of the emulator, such as http://127.0.0.1:5000' })
  readEndpoint(url: string): string {
    return url;
  }

  @Option({
    flags: '--plugin-dir <dir>',
    description: 'directory with the AWS provider; by default Terraform finds or downloads it',
  })
  readPluginDir(dir: string): string {
    return dir;
  }

  @Option({ flags: '--allow-remote', description: 'accept an emulator that is not on this machine' })
  readAllowRemote(): true {
    return true;
  }
}
