import { optionRule } from './option-rule.js';

/** An option that does not exist would be a wish that nobody hears. */
export const unknownOption = optionRule('unknown-option');
