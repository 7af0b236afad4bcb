import { listRawIntegrations } from '../list-raw-integrations.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** Without `responses` API Gateway cannot map the result, and returns 500 for every call. */
export const integrationWithoutResponses: Rule = {
  code: 'integration-without-responses',
  severity: 'error',
  *check(model) {
    for (const {
      route,
      view: { type, target, responses },
    } of listRawIntegrations(model)) {
      if (route.responder?.proxied) continue;
      if (!responses) {
        yield {
          at: placeOf(route),
          message: `\`@AwsIntegration\` of the type \`${type}\` has no \`responses\`: every call returns 500`,
          fix: "Add `responses: { default: { statusCode: '200' } }`.",
        };
      } else if (target === 'function' && !responses['default']) {
        yield {
          at: placeOf(route),
          message:
            'the `responses` of `@AwsIntegration` have no `default`, which maps the result of a function that succeeds: every success returns 500',
          fix: "Add `default: { statusCode: '200' }`: the patterns match only the `errorMessage` of a function that fails.",
        };
      }
    }
  },
};
