import { Inject } from '@nestjs/common';
import { CommandRunner, Option, RootCommand } from 'nest-commander';
import type { RawArguments } from './process/raw-arguments.js';
import { ExplainCommand } from './explain/explain.command.js';

/** What the command does with its options, by this token. */
export const EXECUTE = 'nestjs-aws-gateway:execute';

/** The names and descriptions of the options. What they mean is read and done elsewhere. */
@RootCommand({
  name: 'apigen',
  subCommands: [ExplainCommand],
  description: 'Writes the API Gateway (private) and OpenAPI (public) documents of a NestJS application.',
})
export class ApigenCommand extends CommandRunner {
  constructor(@Inject(EXECUTE) private readonly execute: (raw: RawArguments) => Promise<void>) {
    super();
  }

  override setCommand(command: Parameters<CommandRunner['setCommand']>[0]): this {
    command.allowExcessArguments(false).showHelpAfterError('(--help lists the options)');
    return super.setCommand(command);
  }

  override run(_: string[], raw: RawArguments): Promise<void> {
    return this.execute(raw);
  }

  @Option({ flags: '--title <text>', description: 'title of both documents' })
  readTitle(text: string): string {
    return text;
  }

  @Option({ flags: '--description <text>', description: 'description of both documents' })
  readDescription(text: string): string {
    return text;
  }

  @Option({
    flags: '--version [text]',
    description: 'version of the API; without a text, print that of the tool',
  })
  readVersion(text: string | null): string | true {
    return text ?? true;
  }

  @Option({
    flags: '--out-public <file>',
    description: 'where the public document goes; .yaml or .yml writes YAML, - is stdout',
  })
  readOutPublic(file: string): string {
    return file;
  }

  @Option({
    flags: '--out-private <file>',
    description: 'where the private document goes; .yaml or .yml writes YAML, - is stdout',
  })
  readOutPrivate(file: string): string {
    return file;
  }

  @Option({
    flags: '--out-iam <file>',
    description: 'where the policy of the role of direct service integrations goes',
  })
  readOutIam(file: string): string {
    return file;
  }

  @Option({ flags: '--check', description: 'write nothing; fail when a file is not what would be written' })
  readCheck(): true {
    return true;
  }

  @Option({ flags: '--force', description: 'overwrite files that are something else, too' })
  readForce(): true {
    return true;
  }

  @Option({ flags: '--strict', description: 'warnings fail too' })
  readStrict(): true {
    return true;
  }

  @Option({ flags: '--format <format>', description: 'how faults are told: text (default), json or github' })
  readFormat(format: string): string {
    return format;
  }

  @Option({
    flags: '--list',
    description:
      "print the exported routes, what they use of API Gateway's limits, and what is kept silent; --format json prints JSON",
  })
  readList(): true {
    return true;
  }

  @Option({
    flags: '--template <kind>',
    description: 'what reads the private document: terraform (default, its templatefile) or none',
  })
  readTemplate(kind: string): string {
    return kind;
  }

  @Option({ flags: '--var <name=value>', description: 'fills a placeholder; may be repeated' })
  readVar(pair: string, pairs: readonly string[] = []): readonly string[] {
    return [...pairs, pair];
  }

  @Option({ flags: '--no-preview', description: 'build the providers, as the running application does' })
  readNoPreview(): false {
    return false;
  }

  @Option({ flags: '--stack-trace', description: 'print the stacks of errors' })
  readStackTrace(): true {
    return true;
  }
}
