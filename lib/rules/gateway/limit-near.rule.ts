import { limitRule } from './limit-rule.js';

/** Warns early: raising a quota takes days. */
export const limitNear = limitRule('limit-near', 'warning', (share) => share >= 0.8 && share <= 1);
