import { claimProcess } from './claim-process.js';

// An application prints, throws and exits while its modules load, which is before `runApigen` is called. So this file
// has an effect on import, and `sideEffects` of package.json names it.
claimProcess();
