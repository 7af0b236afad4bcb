import { Inject } from '@nestjs/common';
import { CommandRunner, Option, SubCommand } from 'nest-commander';
import type { RawArguments } from '../process/raw-arguments.js';
import { setSubcommand } from '../process/set-subcommand.js';
import { VERIFY_OPTIONS, type RawVerifyArguments } from './verify-arguments.js';

/** The token of the function that runs the command. */
export const VERIFY = 'nestjs-aws-gateway:verify';

type Command = Parameters<CommandRunner['setCommand']>[0];

/** The name and the options of `apigen verify`. It accepts some options of `apigen`, before or after its name. */
@SubCommand({
  name: 'verify',
  description: 'deploy to an emulator of AWS with Terraform, and compare what it has with the application',
})
export class VerifyCommand extends CommandRunner {
  constructor(
    @Inject(VERIFY) private readonly verify: (own: RawVerifyArguments, raw: RawArguments) => Promise<void>,
  ) {
    super();
  }

  override setCommand(command: Command): this {
    setSubcommand(command, VERIFY_OPTIONS);
    return super.setCommand(command);
  }

  override run(_: string[], own: RawVerifyArguments): Promise<void> {
    return this.verify(own, this.command.parent?.opts() ?? {});
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
