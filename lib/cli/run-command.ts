import { Module } from '@nestjs/common';
import { CommandFactory, CommandRunnerService } from 'nest-commander';
import type { RawArguments } from './process/raw-arguments.js';
import { ApigenCommand, EXECUTE } from './apigen.command.js';
import { COMPLETION, CompletionCommand } from './completion/completion.command.js';
import type { CommandShape } from './completion/describe-command.js';
import { DIFF, DiffCommand } from './diff/diff.command.js';
import type { RawDiffArguments } from './diff/diff-arguments.js';
import { CHECK, CheckCommand, type CheckOptions } from './check/check.command.js';
import { EXPLAIN, ExplainCommand } from './explain/explain.command.js';
import { SERVE, ServeCommand } from './serve/serve.command.js';
import type { RawServeArguments } from './serve/serve-arguments.js';
import { VERIFY, VerifyCommand } from './verify/verify.command.js';
import type { RawVerifyArguments } from './verify/verify-arguments.js';
import type { Streams } from './process/streams.js';

/** The functions that run the commands after their arguments are parsed. */
export interface Actions {
  execute(raw: RawArguments): Promise<void>;
  explain(query: string, raw: RawArguments): Promise<void>;
  serve(own: RawServeArguments, raw: RawArguments): Promise<void>;
  diff(raw: RawArguments & RawDiffArguments): Promise<void>;
  check(own: CheckOptions, raw: RawArguments): Promise<void>;
  complete(shell: string, root: CommandShape): Promise<void>;
  verify(own: RawVerifyArguments, raw: RawArguments): Promise<void>;
}

/**
 * Parses the arguments with nest-commander and runs the command. Commander itself prints `--help` and reports unknown
 * options.
 *
 * @returns false if commander rejected the arguments
 */
export async function runCommand(
  argv: readonly string[],
  { execute, explain, serve, diff, check, complete, verify }: Actions,
  { writeOut, writeErr }: Streams,
): Promise<boolean> {
  @Module({
    providers: [
      ApigenCommand,
      { provide: EXECUTE, useValue: execute },
      ExplainCommand,
      { provide: EXPLAIN, useValue: explain },
      ServeCommand,
      { provide: SERVE, useValue: serve },
      DiffCommand,
      { provide: DIFF, useValue: diff },
      CheckCommand,
      { provide: CHECK, useValue: check },
      CompletionCommand,
      { provide: COMPLETION, useValue: complete },
      VerifyCommand,
      { provide: VERIFY, useValue: verify },
    ],
  })
  class CommandModule {}

  let failure: unknown;
  const written: (void | Promise<void>)[] = [];
  const app = await CommandFactory.createWithoutRunning(CommandModule, {
    logger: false,
    abortOnError: false,
    outputConfiguration: {
      writeOut: (text) => void written.push(writeOut(text)),
      writeErr,
      outputError: (text, write) => write(text),
    },
    // Without these two commander ends the process itself, or the command ends with 0 whatever happened.
    errorHandler: (error) => {
      throw error;
    },
    serviceErrorHandler: (error) => {
      failure = error;
    },
  });
  try {
    await app.get(CommandRunnerService).run(['node', 'apigen', ...argv]);
    await Promise.all(written);
  } finally {
    await app.close();
  }
  if (failure === undefined) return true;
  if (!isCommanderError(failure)) throw failure;
  return failure.exitCode === 0;
}

/** By shape: commander is nest-commander's own dependency, and another copy of it may be installed. */
function isCommanderError(error: unknown): error is { readonly exitCode: number } {
  return typeof error === 'object' && error !== null && 'exitCode' in error && 'code' in error;
}
