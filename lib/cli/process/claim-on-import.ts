import { keepPlaces } from '../../places/record-place.js';
import { claimProcess } from './claim-process.js';
import { enableCompileCache } from './enable-compile-cache.js';
import { preferShortRuns } from './prefer-short-runs.js';

// An application prints, throws and exits while its modules load, which is before `runApigen` is called. So this file
// has effects on import, and `sideEffects` of package.json names it.
enableCompileCache();
preferShortRuns();
keepPlaces();
claimProcess();
