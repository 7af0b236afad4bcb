import './process/claim-on-import.js';

export { runApigen } from './run-apigen.js';
export type { ApigenModule, ApigenOptions } from './application/apigen-options.js';
export type { ServeOptions } from './application/serve-options.js';
