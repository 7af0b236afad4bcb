import { SubCommand } from 'nest-commander';
import { Subcommand } from '../command/subcommand.js';
import { describeCommand } from './describe-command.js';

/** The name and the argument of `apigen completion`. It knows every command, so that it gives their definitions. */
@SubCommand({
  name: 'completion',
  arguments: '<shell>',
  argsDescription: { shell: 'bash, zsh or fish' },
  description: 'print a script that completes the commands and options in a shell',
})
export class CompletionCommand extends Subcommand {
  protected override readonly accepted = ['stackTrace'] as const;

  override async run([shell = '']: string[]): Promise<void> {
    const { formatCompletion } = await import('./format-completion.js');
    await this.invocation.streams.writeOut(formatCompletion(shell, describeCommand(this.command.parent!)));
  }
}
