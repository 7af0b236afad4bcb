import { CannotRun } from './cannot-run.js';
import { describeError } from './describe-error.js';
import { createProgress } from './progress.js';
import { readArgv } from './read-argv.js';
import { readTerminal } from './read-terminal.js';
import { sayWhenSlow } from './say-when-slow.js';
import type { Streams } from './streams.js';

/** This process while apigen runs. */
export interface ProcessClaim extends Streams {
  /** The arguments of the process, which the application does not see. */
  readonly argv: readonly string[];
  /** From now on the process must not end before the claim is released. */
  start(): void;
  /** From now on an error that nobody catches is reported and does not end the process. */
  survive(): void;
  /** Restores the state before the claim. */
  release(): void;
}

/** The exit code of Node if a top-level await never settles. */
const UNSETTLED_AWAIT = 13;

let current: ProcessClaim | undefined;

/**
 * Claims the process: the output of the application goes to stderr, so that stdout contains only data. An error while it
 * loads becomes one message and exit code 2.
 */
export function claimProcess(): ProcessClaim {
  return (current ??= createClaim());
}

function createClaim(): ProcessClaim {
  const { stdout, stderr } = process;
  // A terminal that can erase no line shows none.
  const erases = stderr.isTTY && process.env['TERM'] !== 'dumb';
  const progress = createProgress(erases ? (text) => void stderr.write(text) : undefined);
  const writeErr = (text: string): void => {
    progress.clear();
    stderr.write(text);
  };
  const argv = [...process.argv];
  const state: RunState = { started: false, idle: false };
  let survives = false;

  // The application may parse the arguments and replace the streams as soon as it is loaded.
  const showArguments = hideArguments(process.argv);
  const { write: writeStdout, restore: restoreStdout } = redirectStdout(process);
  process.on('uncaughtException', crash).on('exit', reportEarlyEnd).on('beforeExit', becomeIdle);
  // Once, however often the process is claimed.
  stdout.off('error', ignoreError).on('error', ignoreError);
  progress.step('loads the application');
  const loaded = sayWhenSlow('the modules of the application to load', writeErr);

  function crash(error: unknown): void {
    const stackTrace = wantsStackTrace();
    if (survives) {
      writeErr(`apigen: the application threw: ${describeError(error, stackTrace)}\n`);
      return;
    }
    release();
    const hint = stackTrace ? '' : '\n(--stack-trace shows where)';
    writeErr(
      `apigen: the application threw ${state.started ? 'while it was read' : 'while it was loaded'}: ${describeError(error, stackTrace)}${hint}\n`,
    );
    process.exit(2);
  }

  function becomeIdle(): void {
    state.idle = true;
  }

  function reportEarlyEnd(code: number): void {
    // Node sets the code of an unsettled await while it emits `exit`.
    const reason = describeEnd(Number(process.exitCode ?? code), state);
    if (reason === undefined) return;
    release();
    writeErr(`apigen: ${reason}\n`);
    process.exitCode = 2;
  }

  function release(): void {
    loaded();
    progress.clear();
    showArguments();
    restoreStdout();
    process.off('uncaughtException', crash).off('exit', reportEarlyEnd).off('beforeExit', becomeIdle);
    current = undefined;
  }

  return {
    argv,
    out: readTerminal(stdout, process.env),
    err: readTerminal(stderr, process.env),
    writeOut: (text) => {
      progress.clear();
      return writeWhole(writeStdout, text);
    },
    writeErr,
    step: progress.step,
    start: () => {
      state.started = true;
      loaded();
      progress.step('reads the application');
    },
    survive: () => {
      survives = true;
    },
    release,
  };
}

/** Settles when a stream has taken the text. */
function writeWhole(write: typeof process.stdout.write, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    write(text, (error?: NodeJS.ErrnoException | null) => {
      // `apigen --list | head` closes stdout early.
      if (!error || error.code === 'EPIPE') resolve();
      else reject(new CannotRun('cannot write to stdout', { cause: error }));
    });
  });
}

/** How far the run is. */
interface RunState {
  /** `runApigen` was called: the process must not end before the claim is released. */
  started: boolean;
  /** Node has nothing left to do: the process ends without `process.exit`. */
  idle: boolean;
}

/** Why the process ended before its run did. Absent: nothing is wrong. */
function describeEnd(code: number, { started, idle }: RunState): string | undefined {
  if (started) {
    return idle
      ? 'the process ended early and wrote nothing more: the application waits for something that never happens'
      : 'the process ended early and wrote nothing more: the application called `process.exit`';
  }
  if (code === UNSETTLED_AWAIT) {
    return 'nothing was written: a top-level await of the application never settles';
  }
  // Whoever imports the command and does not run it ends by itself.
  return idle ? undefined : 'nothing was written: the application ended the process while it was loaded';
}

/** Removes the arguments after the entry file. Returns what puts them back. */
function hideArguments(seen: string[]): () => void {
  const given = [...seen];
  tryTo(() => seen.splice(2));
  return () => tryTo(() => seen.splice(0, seen.length, ...given));
}

/** Sends to stderr what is written to stdout. Returns what writes to stdout, and what undoes this. */
function redirectStdout({ stdout, stderr }: Pick<typeof process, 'stdout' | 'stderr'>): {
  readonly write: typeof stdout.write;
  readonly restore: () => void;
} {
  const own = Object.getOwnPropertyDescriptor(stdout, 'write');
  const write = stdout.write.bind(stdout) as typeof stdout.write;
  tryTo(() => (stdout.write = stderr.write.bind(stderr) as typeof stdout.write));
  const restore = (): void =>
    tryTo(() => {
      if (own) Object.defineProperty(stdout, 'write', own);
      else delete (stdout as Partial<typeof stdout>).write;
    });
  return { write, restore };
}

export function wantsStackTrace(
  argv: readonly string[] = readArgv((current?.argv ?? process.argv).slice(2)),
): boolean {
  return argv.includes('--stack-trace');
}

/** Leaves objects that the application froze unchanged. */
function tryTo(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

/** The writer gets the error. Without a listener Node would throw it. */
function ignoreError(): void {}
