import { shareRegistry } from './share-registry.js';

await shareRegistry(process.env['SECOND_SPECS']);
