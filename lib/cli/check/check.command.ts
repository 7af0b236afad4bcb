import { Inject } from '@nestjs/common';
import { CommandRunner, Option, SubCommand } from 'nest-commander';
import type { RawArguments } from '../process/raw-arguments.js';
import { setSubcommand } from '../process/set-subcommand.js';
import { CHECK_OPTIONS } from './check-arguments.js';

/** The token of the function that runs the command. */
export const CHECK = 'nestjs-aws-gateway:check';

type Command = Parameters<CommandRunner['setCommand']>[0];

/** What only `apigen check` has. */
export interface CheckOptions {
  readonly terraform?: string;
}

/** The name and the options of `apigen check`. It accepts some options of `apigen`, before or after its name. */
@SubCommand({
  name: 'check',
  description: 'compare your own Terraform configuration with the application',
})
export class CheckCommand extends CommandRunner {
  constructor(
    @Inject(CHECK) private readonly check: (own: CheckOptions, raw: RawArguments) => Promise<void>,
  ) {
    super();
  }

  override setCommand(command: Command): this {
    setSubcommand(command, CHECK_OPTIONS);
    return super.setCommand(command);
  }

  override run(_: string[], own: CheckOptions): Promise<void> {
    return this.check(own, this.command.parent?.opts() ?? {});
  }

  @Option({ flags: '--terraform <dir>', description: 'directory of the Terraform configuration to check' })
  readTerraform(dir: string): string {
    return dir;
  }
}
