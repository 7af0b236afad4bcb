import { findUnaccepted } from '../../../rules/aws/find-unaccepted.js';
import type { Rule } from '../../../rules/rule.js';

/** The details of an event are an object. */
export const requestValueOutOfPlace: Rule = {
  code: 'request-value-out-of-place',
  severity: 'error',
  *check(model) {
    for (const route of model.routes) yield* findUnaccepted(route, model);
  },
};
