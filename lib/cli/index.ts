export { runApigen } from './process/run-apigen.js';
export type { ApigenModule, ApigenOptions } from './process/apigen-options.js';
