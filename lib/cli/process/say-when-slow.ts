/** How long a step may take before it is spoken of; milliseconds. */
const PATIENCE = 10_000;

/**
 * Says once that a step takes long, so that one which hangs is found. It does not keep the process open.
 *
 * @returns what ends the wait
 */
export function sayWhenSlow(step: string, writeErr: (text: string) => void, patience = PATIENCE): () => void {
  const timer = setTimeout(() => {
    writeErr(`apigen: still waiting for ${step}, after ${Math.round(patience / 1000)} seconds\n`);
  }, patience);
  timer.unref();
  return () => clearTimeout(timer);
}
