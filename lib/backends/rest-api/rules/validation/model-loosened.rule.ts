import type { Rule } from '../../../../rules/rule.js';
import type { RestApi } from '../../rest-api-output.js';

/** Import takes no references in a composition, so that compositions of compositions grow with each level. */
export const modelLoosened: Rule<RestApi> = {
  code: 'model-loosened',
  severity: 'warning',
  *check(_, { loosened }) {
    for (const name of loosened) {
      yield {
        at: { member: name },
        message: `the model \`${name}\` has too many nested compositions to write them out: API Gateway does not validate the rest`,
        fix: 'Let members refer to one DTO instead of `oneOf`, `anyOf` or `allOf`, or let the backend validate the body.',
      };
    }
  },
};
