import { Inject } from '@nestjs/common';
import { CommandRunner, SubCommand } from 'nest-commander';
import { setSubcommand } from '../process/set-subcommand.js';
import { describeCommand, type CommandShape } from './describe-command.js';

/** The token of the function that runs the command. */
export const COMPLETION = 'nestjs-aws-gateway:completion';

type Command = Parameters<CommandRunner['setCommand']>[0];

/** The name and the argument of `apigen completion`. It knows every command, so that it gives their definitions. */
@SubCommand({
  name: 'completion',
  arguments: '<shell>',
  argsDescription: { shell: 'bash, zsh or fish' },
  description: 'print a script that completes the commands and options in a shell',
})
export class CompletionCommand extends CommandRunner {
  constructor(
    @Inject(COMPLETION) private readonly complete: (shell: string, root: CommandShape) => Promise<void>,
  ) {
    super();
  }

  override setCommand(command: Command): this {
    setSubcommand(command, ['stackTrace']);
    return super.setCommand(command);
  }

  override run([shell = '']: string[]): Promise<void> {
    return this.complete(shell, describeCommand(this.command.parent!));
  }
}
