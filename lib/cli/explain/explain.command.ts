import { Inject } from '@nestjs/common';
import { CommandRunner, SubCommand } from 'nest-commander';
import type { RawArguments } from '../process/raw-arguments.js';
import { EXPLAIN_OPTIONS } from './explain-arguments.js';

/** What the command does with its argument and options, by this token. */
export const EXPLAIN = 'nestjs-aws-gateway:explain';

type Command = Parameters<CommandRunner['setCommand']>[0];

/** The name and the argument of `apigen explain`. Its options are some of `apigen`'s own, on either side of its name. */
@SubCommand({
  name: 'explain',
  arguments: '<route...>',
  argsDescription: { route: "a route, such as 'GET /users/{name}', its path, or its handler" },
  description: 'print every setting of a route, where it comes from, and its integration',
})
export class ExplainCommand extends CommandRunner {
  constructor(
    @Inject(EXPLAIN) private readonly explain: (query: string, raw: RawArguments) => Promise<void>,
  ) {
    super();
  }

  override setCommand(command: Command): this {
    command
      // A subcommand that nest-commander adds takes nothing over: it would end the process itself.
      .exitOverride((error) => {
        throw error;
      })
      .showHelpAfterError('(explain --help says more)')
      .configureHelp({
        showGlobalOptions: true,
        visibleGlobalOptions: ({ parent }: Command) =>
          (parent?.options ?? []).filter((option) =>
            EXPLAIN_OPTIONS.some((taken) => taken === option.attributeName()),
          ),
      });
    return super.setCommand(command);
  }

  /** A route that stands without quotes comes in two words. */
  override run(words: string[]): Promise<void> {
    return this.explain(words.join(' '), this.command.parent?.opts() ?? {});
  }
}
