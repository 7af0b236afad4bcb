import { optionRule } from './option-rule.js';

/** Options or decorators of which only one can apply. */
export const conflictingOptions = optionRule('conflicting-options');
