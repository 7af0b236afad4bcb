import { listRawIntegrations } from '../list-raw-integrations.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** Without `responses`, API Gateway has nothing to make an answer of, and answers every call with 500. */
export const integrationWithoutResponses: Rule = {
  code: 'integration-without-responses',
  severity: 'error',
  *check(model) {
    for (const {
      route,
      view: { type, target, responses },
    } of listRawIntegrations(model)) {
      if (type.endsWith('_proxy')) continue;
      if (!responses) {
        yield {
          at: placeOf(route),
          message: `\`@AwsIntegration\` of the type \`${type}\` has no \`responses\`, so every call answers 500`,
          fix: "Give it `responses`, such as `{ default: { statusCode: '200' } }`.",
        };
      } else if (target === 'function' && !responses['default']) {
        yield {
          at: placeOf(route),
          message:
            'the `responses` of `@AwsIntegration` have no `default`, which is the answer of a function that succeeds, so every success answers 500',
          fix: "Add `default: { statusCode: '200' }`: patterns match the `errorMessage` of a function that failed.",
        };
      }
    }
  },
};
