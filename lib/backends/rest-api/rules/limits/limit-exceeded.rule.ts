import { limitRule } from './limit-rule.js';

/**
 * Past a limit the import fails as a whole. It can be kept silent: what is counted is the document with its
 * placeholders and its indentation, and what arrives may be smaller.
 */
export const limitExceeded = limitRule('limit-exceeded', 'error', (share) => share > 1);
