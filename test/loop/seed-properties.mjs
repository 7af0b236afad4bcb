import { configureGlobal } from 'fast-check';

// The same cases in every run, so that a change is to blame for a failure; `SEED=random npm test` looks further.
const { SEED = '20260101' } = process.env;
if (SEED !== 'random') configureGlobal({ seed: Number(SEED) });
