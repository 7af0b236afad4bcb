import { limitRule } from './limit-rule.js';

/**
 * Over a limit the whole import fails. It can be ignored: the library counts the document with placeholders and
 * indentation, and the imported document may be smaller.
 */
export const limitExceeded = limitRule('limit-exceeded', 'error', (share) => share > 1);
