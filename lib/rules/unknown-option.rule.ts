import { optionRule } from './option-rule.js';

/** An option that does not exist has no effect. */
export const unknownOption = optionRule('unknown-option');
