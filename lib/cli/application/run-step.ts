import { CannotRun } from '../process/cannot-run.js';
import { sayWhenSlow } from '../process/say-when-slow.js';

interface Step {
  /** The message if it throws. It is read then. */
  readonly failure: string;
  /** The step in the message if it takes long. */
  readonly waitsFor: string;
}

/** Runs code of the application, and names it in a message if it throws or hangs. */
export async function runStep<Result>(
  step: Step,
  action: () => Result,
  writeErr: (text: string) => void,
): Promise<Awaited<Result>> {
  const done = sayWhenSlow(step.waitsFor, writeErr);
  try {
    return await action();
  } catch (error) {
    throw new CannotRun(step.failure, { cause: error });
  } finally {
    done();
  }
}
