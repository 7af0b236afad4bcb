import * as fc from 'fast-check';

/** Rounds after which a kind of case that is not met is a failure. */
const ROUNDS = 10;

/**
 * Checks a property whose cases are of several kinds, and goes on until enough of each were met: a property that met
 * none of a kind says nothing about it. Each round has a seed of its own, which a failure prints.
 *
 * @param wanted how many cases of each kind
 * @param check checks a case, and answers its kind
 */
export async function assertCovering<T, Kind extends string>(
  arbitrary: fc.Arbitrary<T>,
  wanted: Readonly<Record<Kind, number>>,
  check: (value: T) => Promise<Kind>,
  { numRuns }: { readonly numRuns: number },
): Promise<void> {
  const first = fc.readConfigureGlobal().seed ?? Math.trunc(Math.random() * 2 ** 31);
  const met = new Map<string, number>();
  const isCovered = (): boolean =>
    Object.entries<number>(wanted).every(([kind, least]) => (met.get(kind) ?? 0) >= least);
  for (let round = 0; round < ROUNDS && !isCovered(); round += 1) {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (value) => {
        const kind = await check(value);
        met.set(kind, (met.get(kind) ?? 0) + 1);
      }),
      { numRuns, seed: first + round },
    );
  }
  if (!isCovered()) {
    const counts = JSON.stringify(Object.fromEntries(met));
    throw new Error(
      `with the seeds ${first} to ${first + ROUNDS - 1}, of ${JSON.stringify(wanted)} were met ${counts}`,
    );
  }
}
