import type { ApigenModule, ApigenOptions } from './application/apigen-options.js';
import { CannotRun } from './process/cannot-run.js';
import { claimProcess, wantsStackTrace, type ProcessClaim } from './process/claim-process.js';
import { describeError } from './process/describe-error.js';
import { endProcess } from './process/end-process.js';
import type { Invocation } from './command/invocation.js';
import { readArgv } from './process/read-argv.js';

/**
 * Runs the command `apigen`: generates both documents of an application and writes them. The arguments are those of the
 * process, unless `argv` is set. It sets the exit code: 0 success, 1 errors or stale files, 2 could not run. It never
 * throws.
 *
 * Import `nestjs-aws-gateway/cli` before the application. From then until `runApigen` is done, the output of the
 * application goes to stderr, and an error while it loads becomes one message. Call it last: if a connection or a timer
 * keeps the process open, it ends two seconds later.
 *
 * @example
 * ```ts
 * // src/apigen.ts
 * import { runApigen } from 'nestjs-aws-gateway/cli';
 * import { AppModule } from './app.module.js';
 *
 * void runApigen(AppModule, { configure: (app) => app.setGlobalPrefix('v1') });
 * ```
 * @publicApi
 */
export async function runApigen(module: ApigenModule, options: ApigenOptions = {}): Promise<void> {
  const claim = claimProcess();
  claim.start();
  const { code, ends } = await run(module, options, claim);
  process.exitCode = code;
  claim.release();
  // A server that was stopped must end.
  if (ends) process.exit();
  endProcess(claim.writeErr);
}

interface Run {
  readonly code: 0 | 1 | 2;
  readonly ends: boolean;
}

async function run(module: ApigenModule, options: ApigenOptions, streams: ProcessClaim): Promise<Run> {
  const argv = readArgv(options.argv ?? streams.argv.slice(2));
  const invocation: Invocation = { module, options, streams, code: 0, ends: false };
  try {
    const { runCommand } = await loadCommand();
    const accepted = await runCommand(argv, invocation);
    return { code: accepted ? invocation.code : 2, ends: invocation.ends };
  } catch (error) {
    streams.writeErr(`${describeFailure(error, wantsStackTrace(argv))}\n`);
    return { code: 2, ends: invocation.ends };
  }
}

/** Loaded only here: nest-commander is an optional peer. */
async function loadCommand() {
  try {
    return await import('./run-command.js');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.endsWith('MODULE_NOT_FOUND') && message.includes(`'nest-commander'`)) {
      throw new CannotRun('apigen needs nest-commander, which is not installed: npm install nest-commander');
    }
    throw error;
  }
}

function describeFailure(error: unknown, stackTrace: boolean): string {
  if (!(error instanceof CannotRun)) return `apigen: ${describeError(error, stackTrace)}`;
  const { message, cause } = error;
  const words = /^(error|apigen)\b/.test(message) ? message : `apigen: ${message}`;
  return cause === undefined ? words : `${words}: ${describeError(cause, stackTrace)}`;
}
