import { describeError } from './describe-error.js';
import type { Streams } from '../export/export-documents.js';
import { readArgv } from './read-argv.js';

/** This process, as long as it is apigen's. */
export interface ProcessClaim extends Streams {
  /** From here on the process must not end before the claim is released. */
  start(): void;
  /** Everything is as it was before the claim. */
  release(): void;
}

let current: ProcessClaim | undefined;

/**
 * Takes the process over: what the application prints goes to stderr, so that stdout holds the data alone, and what it
 * throws while it is loaded becomes one message and exit code 2.
 */
export function claimProcess(): ProcessClaim {
  return (current ??= createClaim());
}

function createClaim(): ProcessClaim {
  const { stdout, stderr } = process;
  const ownWrite = Object.getOwnPropertyDescriptor(stdout, 'write');
  const writeStdout = stdout.write.bind(stdout);
  let started = false;

  stdout.write = stderr.write.bind(stderr) as typeof stdout.write;
  process.on('uncaughtException', crash).on('exit', reportEarlyEnd);
  stdout.on('error', ignoreClosedPipe);

  function crash(error: unknown): void {
    release();
    const stackTrace = wantsStackTrace();
    const hint = stackTrace ? '' : '\n(--stack-trace shows where)';
    stderr.write(
      `apigen: the application threw ${started ? 'while it was read' : 'while it was loaded'}: ${describeError(error, stackTrace)}${hint}\n`,
    );
    process.exit(2);
  }

  function reportEarlyEnd(): void {
    if (!started) return;
    release();
    stderr.write('apigen: the process ended before it was done, so nothing more was written\n');
    process.exitCode = 2;
  }

  function release(): void {
    if (ownWrite) Object.defineProperty(stdout, 'write', ownWrite);
    else delete (stdout as Partial<typeof stdout>).write;
    process.off('uncaughtException', crash).off('exit', reportEarlyEnd);
    current = undefined;
  }

  return {
    writeOut: (text) => void writeStdout(text),
    writeErr: (text) => void stderr.write(text),
    start: () => void (started = true),
    release,
  };
}

export function wantsStackTrace(): boolean {
  return readArgv(process.argv).includes('--stack-trace');
}

/** `apigen --list | head` closes stdout early. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
