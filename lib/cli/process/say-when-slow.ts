/** How long a step may take before a message, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Reports once that a step takes long, so that the user finds a step that hangs. It does not keep the process open.
 *
 * @returns a function that ends the wait
 */
export function sayWhenSlow(step: string, writeErr: (text: string) => void, patience = PATIENCE): () => void {
  const timer = setTimeout(() => {
    writeErr(`apigen: still waiting for ${step}, after ${Math.round(patience / 1000)} seconds\n`);
  }, patience);
  timer.unref();
  return () => clearTimeout(timer);
}
