import type { CommandRunner } from 'nest-commander';
import { CHOICES } from '../command/choices.js';

type Command = Parameters<CommandRunner['setCommand']>[0];

/** What may follow an option. `text` is anything that no shell can know. */
export type ValueShape = 'file' | 'dir' | 'text' | readonly string[];

export interface OptionShape {
  /** `--out-public` */
  readonly flag: string;
  readonly description: string;
  /** Absent: it takes none. */
  readonly value?: ValueShape;
}

export interface CommandShape {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionShape[];
  /** Of its argument. Absent: it takes none. */
  readonly argument?: ValueShape;
  readonly commands: readonly CommandShape[];
}

type Choices = Readonly<Record<string, readonly string[]>>;

const OF_COMMAND: Readonly<Record<string, Choices>> = CHOICES;

/** What a shell can complete of a command, read from its definition. */
export function describeCommand(command: Command): CommandShape {
  const help = command.createHelp();
  const options = [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)];
  const choices: Choices = { ...CHOICES.apigen, ...OF_COMMAND[command.name()] };
  const [argument] = command.registeredArguments;
  return {
    name: command.name(),
    description: command.description(),
    options: options.map((option) => ({
      flag: option.long ?? option.flags,
      description: option.description,
      ...(option.required || option.optional
        ? { value: choices[option.attributeName()] ?? readValue(option.flags) }
        : {}),
    })),
    ...(argument ? { argument: choices[argument.name()] ?? 'text' } : {}),
    commands: command.commands.map(describeCommand),
  };
}

/** `--out-public <file>` takes a file. */
function readValue(flags: string): ValueShape {
  const name = /[<[]([\w-]+)/.exec(flags)?.[1];
  return name === 'file' || name === 'dir' ? name : 'text';
}
