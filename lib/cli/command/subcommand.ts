import { Inject } from '@nestjs/common';
import { CommandRunner } from 'nest-commander';
import { INVOCATION, type Invocation } from './invocation.js';
import type { RawArguments } from './raw-arguments.js';

type Command = Parameters<CommandRunner['setCommand']>[0];

/** What a subcommand does on an application. Returns the exit code. */
type Run<Given> = (
  module: Invocation['module'],
  options: Invocation['options'],
  given: Given,
  streams: Invocation['streams'],
) => Promise<Invocation['code']>;

/** A subcommand of `apigen`. It loads the files that it needs when it runs. */
export abstract class Subcommand extends CommandRunner {
  /** The options of `apigen` that it accepts, before or after its name. Its help shows them. */
  protected abstract readonly accepted: readonly (keyof RawArguments)[];

  constructor(@Inject(INVOCATION) protected readonly invocation: Invocation) {
    super();
  }

  /** The given options of `apigen`, accepted or not. */
  protected get raw(): RawArguments {
    return this.command.parent?.opts() ?? {};
  }

  /** Runs on the application, and keeps the exit code. */
  protected async execute<Given>(run: Run<Given>, given: Given): Promise<void> {
    const { module, options, streams } = this.invocation;
    this.invocation.code = await run(module, options, given, streams);
  }

  override setCommand(command: Command): this {
    command
      .allowExcessArguments(false)
      // A subcommand of nest-commander does not inherit this: it would end the process.
      .exitOverride((error) => {
        throw error;
      })
      .showHelpAfterError(`(${command.name()} --help lists the options)`)
      .configureHelp({
        showGlobalOptions: true,
        visibleGlobalOptions: ({ parent }: Command) =>
          (parent?.options ?? []).filter((option) =>
            this.accepted.some((name) => name === option.attributeName()),
          ),
      });
    return super.setCommand(command);
  }
}
