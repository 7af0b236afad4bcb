import { optionRule } from './option-rule.js';

/** An option of the wrong type or out of range. */
export const invalidOption = optionRule('invalid-option');
