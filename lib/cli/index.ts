export { runApigen } from './run-apigen.js';
export type { ApigenModule, ApigenOptions } from './apigen-options.js';
