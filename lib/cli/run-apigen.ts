import type { ApigenModule, ApigenOptions } from './process/apigen-options.js';
import { CannotRun } from './process/cannot-run.js';
import { claimProcess, wantsStackTrace, type ProcessClaim } from './process/claim-process.js';
import { describeError } from './process/describe-error.js';
import { endProcess } from './process/end-process.js';
import { readArgv } from './process/read-argv.js';
import type { RawArguments } from './process/raw-arguments.js';
import type { Actions } from './run-command.js';
import { VERSION } from './version.js';

/**
 * Runs the command `apigen`, with the arguments of the process unless `argv` gives others: makes both documents of an
 * application and writes them. It sets the exit code: 0 done, 1 faults or stale files, 2 could not run. It never throws.
 *
 * Import `nestjs-aws-gateway/cli` before anything of the application: from then until `runApigen` is done, what the
 * application prints goes to stderr, and what it throws while it is loaded becomes one message. Await it last:
 * a process that the application keeps open, by a connection or a timer, is ended two seconds later.
 *
 * @example
 * ```ts
 * // src/apigen.ts
 * import { runApigen } from 'nestjs-aws-gateway/cli';
 * import { AppModule } from './app.module.js';
 *
 * await runApigen(AppModule, { configure: (app) => app.setGlobalPrefix('v1') });
 * ```
 * @publicApi
 */
export async function runApigen(module: ApigenModule, options: ApigenOptions = {}): Promise<void> {
  const claim = claimProcess();
  claim.start();
  process.exitCode = await run(module, options, claim);
  claim.release();
  endProcess(claim.writeErr);
}

async function run(module: ApigenModule, options: ApigenOptions, streams: ProcessClaim): Promise<0 | 1 | 2> {
  const argv = readArgv(options.argv ?? streams.argv.slice(2));
  let code: 0 | 1 = 0;
  // What a run does not need is not loaded.
  const actions: Actions = {
    execute: async (raw) => {
      if (asksForVersion(raw)) return streams.writeOut(`nestjs-aws-gateway ${VERSION}\n`);
      const [{ readArguments }, { exportDocuments }] = await Promise.all([
        import('./export/apigen-arguments.js'),
        import('./export/export-documents.js'),
      ]);
      code = await exportDocuments(module, options, readArguments(raw), streams);
    },
    explain: async (query, raw) => {
      const [{ readExplainArguments }, { explainApplication }] = await Promise.all([
        import('./explain/explain-arguments.js'),
        import('./explain/explain-application.js'),
      ]);
      await explainApplication(module, options, query, readExplainArguments(raw), streams);
    },
  };
  try {
    const { runCommand } = await loadCommand();
    return (await runCommand(argv, actions, streams)) ? code : 2;
  } catch (error) {
    streams.writeErr(`${describeFailure(error, wantsStackTrace(argv))}\n`);
    return 2;
  }
}

/** `apigen --version`, and nothing else. */
function asksForVersion({ version, preview: _default, ...others }: RawArguments): boolean {
  return version === true && Object.keys(others).length === 0;
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
