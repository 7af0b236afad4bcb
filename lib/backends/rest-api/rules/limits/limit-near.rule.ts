import { limitRule } from './limit-rule.js';

/** What is still in time: a quota is raised by people, in days. */
export const limitNear = limitRule('limit-near', 'warning', (share) => share >= 0.8 && share <= 1);
