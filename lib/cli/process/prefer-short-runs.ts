import { setFlagsFromString } from 'node:v8';

const BY_INVOCATIONS = ['--invocation-count-for-maglev=4000', '--invocation-count-for-turbofan=30000'];

/** What defers optimization, by the major version of V8. V8 prints an error for a flag that it does not know. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  11: ['--interrupt-budget=1000000', '--no-parallel-scavenge'],
  12: BY_INVOCATIONS,
  13: BY_INVOCATIONS,
};

/**
 * Sets V8 for a process that ends within seconds. With its defaults a quarter of the processor time of a run goes to
 * the optimizing compiler, whose code is hardly used before the run ends. A longer run is optimized all the same, later.
 *
 * @see https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
export function preferShortRuns(): void {
  for (const flag of FLAGS[process.versions.v8.split('.')[0]!] ?? []) setFlagsFromString(flag);
}
