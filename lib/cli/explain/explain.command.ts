import { Inject } from '@nestjs/common';
import { CommandRunner, SubCommand } from 'nest-commander';
import type { RawArguments } from '../process/raw-arguments.js';
import { setSubcommand } from '../process/set-subcommand.js';
import { EXPLAIN_OPTIONS } from './explain-arguments.js';

/** The token of the function that runs the command. */
export const EXPLAIN = 'nestjs-aws-gateway:explain';

type Command = Parameters<CommandRunner['setCommand']>[0];

/** The name and the argument of `apigen explain`. It accepts some options of `apigen`, before or after its name. */
@SubCommand({
  name: 'explain',
  arguments: '<route...>',
  argsDescription: { route: "a route, such as 'GET /users/{name}', its path, or its handler" },
  description: 'print every setting of a route with its origin, and its integration',
})
export class ExplainCommand extends CommandRunner {
  constructor(
    @Inject(EXPLAIN) private readonly explain: (query: string, raw: RawArguments) => Promise<void>,
  ) {
    super();
  }

  override setCommand(command: Command): this {
    setSubcommand(command, EXPLAIN_OPTIONS);
    return super.setCommand(command);
  }

  /** A route without quotes arrives as two words. */
  override run(words: string[]): Promise<void> {
    return this.explain(words.join(' '), this.command.parent?.opts() ?? {});
  }
}
