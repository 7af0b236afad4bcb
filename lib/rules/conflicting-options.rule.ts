import { optionRule } from './option-rule.js';

/** Options or decorators of which only one can count. */
export const conflictingOptions = optionRule('conflicting-options');
