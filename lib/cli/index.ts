import './process/claim-on-import.js';

export { runApigen } from './run-apigen.js';
export type { ApigenModule, ApigenOptions } from './process/apigen-options.js';
export type { ServeOptions } from './process/serve-options.js';
