import { Option, SubCommand } from 'nest-commander';
import { Subcommand } from '../command/subcommand.js';
import { SERVE_OPTIONS, readServeArguments, type RawServeArguments } from './serve-arguments.js';

/** The name and the options of `apigen serve`. It accepts some options of `apigen`, before or after its name. */
@SubCommand({
  name: 'serve',
  description: 'answer requests on 127.0.0.1 as API Gateway would, until Ctrl-C',
})
export class ServeCommand extends Subcommand {
  protected override readonly accepted = SERVE_OPTIONS;

  override async run(_: string[], own: RawServeArguments): Promise<void> {
    const { serveApplication } = await import('./serve-application.js');
    const given = readServeArguments(own, this.raw);
    this.invocation.ends = true;
    await this.execute(serveApplication, given);
  }

  @Option({ flags: '--port <number>', description: 'port on 127.0.0.1; 0 takes a free one (default: 3000)' })
  readPort(text: string): string {
    return text;
  }

  @Option({
    flags: '--stage <name>',
    description: 'serve below /<name>, as under execute-api; by default at the root, as behind a domain',
  })
  readStage(name: string): string {
    return name;
  }

  @Option({ flags: '--stage-var <name=value>', description: 'a stage variable; may be repeated' })
  readStageVar(pair: string, pairs: readonly string[] = []): readonly string[] {
    return [...pairs, pair];
  }

  @Option({
    flags: '--app',
    description: 'start the application, and let it answer the routes of its function or its backend',
  })
  readApp(): true {
    return true;
  }

  @Option({
    flags: '--functions <file>',
    description: 'module that exports a function for each placeholder or function name',
  })
  readFunctions(file: string): string {
    return file;
  }

  @Option({
    flags: '--endpoint <url>',
    description: 'emulator of AWS services, or <service>=<url> for one of them; may be repeated',
  })
  readEndpoint(url: string, urls: readonly string[] = []): readonly string[] {
    return [...urls, url];
  }

  @Option({
    flags: '--backend <from=to>',
    description: 'call <to> for URLs of the document that begin with <from>; may be repeated',
  })
  readBackend(pair: string, pairs: readonly string[] = []): readonly string[] {
    return [...pairs, pair];
  }

  @Option({ flags: '--aws', description: 'send what has no endpoint to AWS, signed with AWS_ACCESS_KEY_ID' })
  readAws(): true {
    return true;
  }

  @Option({ flags: '--api-key <value>', description: 'an API key that callers may send; may be repeated' })
  readApiKey(value: string, values: readonly string[] = []): readonly string[] {
    return [...values, value];
  }

  @Option({ flags: '--jwks <file>', description: 'file or URL of the keys that tokens are signed with' })
  readJwks(file: string): string {
    return file;
  }

  @Option({
    flags: '--principal <arn>',
    description: 'ARN of the caller of every request to an IAM route; signatures are not checked',
  })
  readPrincipal(arn: string): string {
    return arn;
  }

  @Option({
    flags: '--trust-unsigned',
    description: 'accept tokens without checking their signature, for development',
  })
  readTrustUnsigned(): true {
    return true;
  }

  @Option({ flags: '--explain', description: 'print what each step did with a request' })
  readExplain(): true {
    return true;
  }
}
