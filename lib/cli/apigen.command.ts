import { Inject } from '@nestjs/common';
import { CommandRunner, Option, RootCommand } from 'nest-commander';
import { CannotRun } from './process/cannot-run.js';
import { didYouMean } from './command/choose.js';
import { formatHelp } from './command/format-help.js';
import { INVOCATION, type Invocation } from './command/invocation.js';
import type { RawArguments } from './command/raw-arguments.js';
import { SUBCOMMANDS } from './subcommands.js';
import { VERSION } from './version.js';

const HELP = '(--help lists the options)';

/** The names and descriptions of the options. Other files read and apply them. */
@RootCommand({
  name: 'apigen',
  subCommands: SUBCOMMANDS,
  description: 'Generates the private (API Gateway) and the public OpenAPI document of a NestJS application.',
})
export class ApigenCommand extends CommandRunner {
  constructor(@Inject(INVOCATION) private readonly invocation: Invocation) {
    super();
  }

  override setCommand(command: Parameters<CommandRunner['setCommand']>[0]): this {
    command.showHelpAfterError(HELP).configureHelp({ formatHelp });
    return super.setCommand(command);
  }

  override async run([word]: string[], raw: RawArguments): Promise<void> {
    if (word !== undefined) {
      const commands = this.command.commands.map((command) => command.name());
      throw new CannotRun(`error: unknown command '${word}'${didYouMean(word, commands)}\n${HELP}`);
    }
    const { module, options, streams } = this.invocation;
    if (asksForVersion(raw)) return streams.writeOut(`nestjs-aws-gateway ${VERSION}\n`);
    const [{ readArguments }, { exportDocuments }] = await Promise.all([
      import('./export/apigen-arguments.js'),
      import('./export/export-documents.js'),
    ]);
    const given = readArguments(raw);
    if (given.watch) {
      const { isWatchedRun, watchDocuments } = await import('./watch/watch-documents.js');
      if (!isWatchedRun()) {
        this.invocation.ends = true;
        return watchDocuments(streams);
      }
    }
    this.invocation.code = await exportDocuments(module, options, given, streams);
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
    description: 'version of the API; without a text, print the version of apigen',
  })
  readVersion(text: string | null): string | true {
    return text ?? true;
  }

  @Option({
    flags: '--out-public <file>',
    description: 'file of the public document; .yaml or .yml writes YAML, - is stdout',
  })
  readOutPublic(file: string): string {
    return file;
  }

  @Option({
    flags: '--out-private <file>',
    description: 'file of the private document; .yaml or .yml writes YAML, - is stdout',
  })
  readOutPrivate(file: string): string {
    return file;
  }

  @Option({
    flags: '--out-iam <file>',
    description: 'file of the IAM policy for service integrations',
  })
  readOutIam(file: string): string {
    return file;
  }

  @Option({
    flags: '--out-placeholders <file>',
    description: 'file that lists the placeholders, with their kinds, routes and decorators',
  })
  readOutPlaceholders(file: string): string {
    return file;
  }

  @Option({
    flags: '--out-terraform <dir>',
    description: 'directory of a Terraform module that deploys the API',
  })
  readOutTerraform(dir: string): string {
    return dir;
  }

  @Option({
    flags: '--gateway <id>',
    description: 'gateway of the private document: rest-api, http-api or kong; by default that of the module',
  })
  readGateway(id: string): string {
    return id;
  }

  @Option({
    flags: '--inline-integrations',
    description: 'write every integration at its route, for sam local; http-api only',
  })
  readInlineIntegrations(): true {
    return true;
  }

  @Option({
    flags: '--dialect <name>',
    description: 'what reads the file of Kong: deck (default) or dbless; kong only',
  })
  readDialect(name: string): string {
    return name;
  }

  @Option({ flags: '--check', description: 'write nothing; fail if a file is out of date' })
  readCheck(): true {
    return true;
  }

  @Option({ flags: '--force', description: 'also overwrite files with other content' })
  readForce(): true {
    return true;
  }

  @Option({ flags: '--watch', description: 'run again whenever the compiled application changes' })
  readWatch(): true {
    return true;
  }

  @Option({ flags: '--strict', description: 'fail for warnings too' })
  readStrict(): true {
    return true;
  }

  @Option({
    flags: '--format <format>',
    description:
      'format of diagnostics: text (default), json or github; of the list also html or markdown, of diff markdown',
  })
  readFormat(format: string): string {
    return format;
  }

  @Option({
    flags: '--list',
    description:
      'print the routes, the use of the limits of API Gateway, and the ignored diagnostics; --format json prints JSON',
  })
  readList(): true {
    return true;
  }

  @Option({
    flags: '--private',
    description: 'a page of --list also names resources, placeholders and source files',
  })
  readPrivate(): true {
    return true;
  }

  @Option({ flags: '--verbose', description: 'print every diagnostic in full, by controller' })
  readVerbose(): true {
    return true;
  }

  @Option({
    flags: '--template <kind>',
    description:
      'what fills in the private document: terraform (default, templatefile), cloudformation, deck (default for Kong) or none',
  })
  readTemplate(kind: string): string {
    return kind;
  }

  @Option({ flags: '--var <name=value>', description: 'fill in a placeholder; may be repeated' })
  readVar(pair: string, pairs: readonly string[] = []): readonly string[] {
    return [...pairs, pair];
  }

  @Option({ flags: '--no-preview', description: 'create the providers, as the running application does' })
  readNoPreview(): false {
    return false;
  }

  @Option({ flags: '--stack-trace', description: 'print the stack traces of errors' })
  readStackTrace(): true {
    return true;
  }
}

/** Only `apigen --version`. */
function asksForVersion({ version, preview: _default, ...others }: RawArguments): boolean {
  return version === true && Object.keys(others).length === 0;
}
