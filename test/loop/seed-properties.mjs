// The same cases in every run, so that a change is to blame for a failure; `SEED=random` looks further.
const { SEED = '20260101', ONLY_QUICK } = process.env;
// Quick specs draw nothing, and fast-check takes its time to load.
if (ONLY_QUICK !== '1') {
  const { configureGlobal } = await import('fast-check');
  // To shrink an application takes minutes. A random run only finds seeds: `SEED=<it>` shrinks the case.
  configureGlobal(SEED === 'random' ? { endOnFailure: true } : { seed: Number(SEED) });
}
