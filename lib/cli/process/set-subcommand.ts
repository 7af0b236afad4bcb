import type { CommandRunner } from 'nest-commander';
import type { RawArguments } from './raw-arguments.js';

type Command = Parameters<CommandRunner['setCommand']>[0];

/**
 * Sets a subcommand of `apigen` up.
 *
 * @param options those of `apigen` that it accepts, before or after its name; its help shows them
 */
export function setSubcommand(command: Command, options: readonly (keyof RawArguments)[]): void {
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
        (parent?.options ?? []).filter((option) => options.some((taken) => taken === option.attributeName())),
    });
}
