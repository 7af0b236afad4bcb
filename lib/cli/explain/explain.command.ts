import { SubCommand } from 'nest-commander';
import { Subcommand } from '../command/subcommand.js';
import { EXPLAIN_OPTIONS, readExplainArguments } from './explain-arguments.js';

/** The name and the argument of `apigen explain`. It accepts some options of `apigen`, before or after its name. */
@SubCommand({
  name: 'explain',
  arguments: '<route...>',
  argsDescription: { route: "a route, such as 'GET /users/{name}', its path, or its handler" },
  description: 'print every setting of a route with its origin, and its integration',
})
export class ExplainCommand extends Subcommand {
  protected override readonly accepted = EXPLAIN_OPTIONS;

  /** A route without quotes arrives as two words. */
  override async run(words: string[]): Promise<void> {
    const { explainApplication } = await import('./explain-application.js');
    const { module, options, streams } = this.invocation;
    await explainApplication(module, options, words.join(' '), readExplainArguments(this.raw), streams);
  }
}
