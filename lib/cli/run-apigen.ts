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
  // Whoever stops a server wants it gone.
  if (ends) process.exit();
  endProcess(claim.writeErr);
}

interface Run {
  readonly code: 0 | 1 | 2;
  /** Whether the process ends at once, whatever the application keeps open. */
  readonly ends: boolean;
}

async function run(module: ApigenModule, options: ApigenOptions, streams: ProcessClaim): Promise<Run> {
  const argv = readArgv(options.argv ?? streams.argv.slice(2));
  let code: 0 | 1 = 0;
  let ends = false;
  // Load only what the run needs.
  const actions: Actions = {
    execute: async (raw) => {
      if (asksForVersion(raw)) return streams.writeOut(`nestjs-aws-gateway ${VERSION}\n`);
      const [{ readArguments }, { exportDocuments }] = await Promise.all([
        import('./export/apigen-arguments.js'),
        import('./export/export-documents.js'),
      ]);
      const given = readArguments(raw);
      if (given.watch) {
        const { isWatchedRun, watchDocuments } = await import('./watch/watch-documents.js');
        if (!isWatchedRun()) {
          ends = true;
          return watchDocuments(streams);
        }
      }
      code = await exportDocuments(module, options, given, streams);
    },
    explain: async (query, raw) => {
      const [{ readExplainArguments }, { explainApplication }] = await Promise.all([
        import('./explain/explain-arguments.js'),
        import('./explain/explain-application.js'),
      ]);
      await explainApplication(module, options, query, readExplainArguments(raw), streams);
    },
    serve: async (own, raw) => {
      const [{ readServeArguments }, { serveApplication }] = await Promise.all([
        import('./serve/serve-arguments.js'),
        import('./serve/serve-application.js'),
      ]);
      const given = readServeArguments(own, raw);
      ends = true;
      code = await serveApplication(module, options, given, streams);
    },
    diff: async (raw) => {
      const [{ readDiffArguments }, { diffApplication }] = await Promise.all([
        import('./diff/diff-arguments.js'),
        import('./diff/diff-application.js'),
      ]);
      code = await diffApplication(module, options, readDiffArguments(raw), streams);
    },
    check: async (own, raw) => {
      const [{ readCheckArguments }, { checkApplication }] = await Promise.all([
        import('./check/check-arguments.js'),
        import('./check/check-application.js'),
      ]);
      code = await checkApplication(module, options, readCheckArguments(own, raw), streams);
    },
    complete: async (shell, root) => {
      const { formatCompletion } = await import('./completion/format-completion.js');
      await streams.writeOut(formatCompletion(shell, root));
    },
    verify: async (own, raw) => {
      const [{ readVerifyArguments }, { verifyApplication }] = await Promise.all([
        import('./verify/verify-arguments.js'),
        import('./verify/verify-application.js'),
      ]);
      code = await verifyApplication(module, options, readVerifyArguments(own, raw), streams);
    },
  };
  try {
    const { runCommand } = await loadCommand();
    return { code: (await runCommand(argv, actions, streams)) ? code : 2, ends };
  } catch (error) {
    streams.writeErr(`${describeFailure(error, wantsStackTrace(argv))}\n`);
    return { code: 2, ends };
  }
}

/** Only `apigen --version`. */
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
