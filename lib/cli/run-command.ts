import { Module } from '@nestjs/common';
import { CommandFactory, CommandRunnerService } from 'nest-commander';
import { ApigenCommand } from './apigen.command.js';
import { INVOCATION, type Invocation } from './command/invocation.js';
import { SUBCOMMANDS } from './subcommands.js';

/**
 * Parses the arguments with nest-commander and runs the command. Commander itself prints `--help` and reports unknown
 * options.
 *
 * @returns false if commander rejected the arguments
 */
export async function runCommand(argv: readonly string[], invocation: Invocation): Promise<boolean> {
  const { writeOut, writeErr } = invocation.streams;
  @Module({
    providers: [ApigenCommand, ...SUBCOMMANDS, { provide: INVOCATION, useValue: invocation }],
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
