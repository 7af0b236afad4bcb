import { describeError } from './describe-error.js';
import type { Streams } from './streams.js';
import { readArgv } from './read-argv.js';

/** This process, as long as it is apigen's. */
export interface ProcessClaim extends Streams {
  /** The arguments of the process, which the application does not see. */
  readonly argv: readonly string[];
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
  const argv = [...process.argv];
  const { argv: seen } = process;
  let started = false;

  // The application may parse the arguments, and make the streams its own, as soon as it is loaded.
  tryTo(() => seen.splice(2));
  tryTo(() => (stdout.write = stderr.write.bind(stderr) as typeof stdout.write));
  process.on('uncaughtException', crash).on('exit', reportEarlyEnd);
  stdout.on('error', ignoreClosedPipe);

  function crash(error: unknown): void {
    const stackTrace = wantsStackTrace();
    release();
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
    tryTo(() => seen.splice(0, seen.length, ...argv));
    tryTo(() => {
      if (ownWrite) Object.defineProperty(stdout, 'write', ownWrite);
      else delete (stdout as Partial<typeof stdout>).write;
    });
    process.off('uncaughtException', crash).off('exit', reportEarlyEnd);
    current = undefined;
  }

  return {
    argv,
    writeOut: (text) => void writeStdout(text),
    writeErr: (text) => void stderr.write(text),
    start: () => void (started = true),
    release,
  };
}

export function wantsStackTrace(): boolean {
  return readArgv(current?.argv ?? process.argv).includes('--stack-trace');
}

/** What the application froze stays as it made it. */
function tryTo(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

/** `apigen --list | head` closes stdout early. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
