import type { CommandRunner } from 'nest-commander';
import type { RawArguments } from './raw-arguments.js';

type Command = Parameters<CommandRunner['setCommand']>[0];
type Help = ReturnType<Command['createHelp']>;

const TOPICS = ['Content', 'Files', 'Gateway and placeholders', 'Reports', 'Run'] as const;

/** The topic of each option. A new option without one does not compile. */
const TOPIC_OF: Readonly<Record<keyof RawArguments, (typeof TOPICS)[number]>> = {
  title: 'Content',
  description: 'Content',
  version: 'Content',
  outPublic: 'Files',
  outPrivate: 'Files',
  outIam: 'Files',
  outPlaceholders: 'Files',
  outTerraform: 'Files',
  check: 'Files',
  force: 'Files',
  watch: 'Files',
  gateway: 'Gateway and placeholders',
  inlineIntegrations: 'Gateway and placeholders',
  dialect: 'Gateway and placeholders',
  template: 'Gateway and placeholders',
  var: 'Gateway and placeholders',
  list: 'Reports',
  private: 'Reports',
  format: 'Reports',
  verbose: 'Reports',
  strict: 'Reports',
  preview: 'Run',
  stackTrace: 'Run',
};

/** Two spaces before a term, and two after the longest. */
const INDENT = 2;

/** The help of `apigen`: its options by topic. */
export function formatHelp(command: Command, help: Help): string {
  const width = help.padWidth(command, help) + INDENT;
  const lineWidth = help.helpWidth ?? 80;
  const section = (title: string, items: readonly (readonly [term: string, about: string])[]): string =>
    `${title}:\n${items.map(([term, about]) => `${' '.repeat(INDENT)}${help.wrap(`${term.padEnd(width)}${about}`, lineWidth - INDENT, width + INDENT)}\n`).join('')}`;
  const options = help.visibleOptions(command);
  return [
    `Usage: ${help.commandUsage(command)}\n`,
    `${help.wrap(help.commandDescription(command), lineWidth, 0)}\n`,
    section(
      'Commands',
      help.visibleCommands(command).map((one) => [help.subcommandTerm(one), help.subcommandDescription(one)]),
    ),
    ...TOPICS.map((topic) =>
      section(
        topic,
        options
          // Commander's own `--help` is about the run.
          .filter((one) => (TOPIC_OF[one.attributeName() as keyof RawArguments] ?? 'Run') === topic)
          .map((one) => [help.optionTerm(one), help.optionDescription(one)]),
      ),
    ),
  ].join('\n');
}
