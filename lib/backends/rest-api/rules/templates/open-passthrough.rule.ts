import { listRawIntegrations } from '../list-raw-integrations.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';
import { joinWords } from '../../../../options/join-words.js';

/**
 * API Gateway passes a body without a template for its content type unchanged: the caller then controls the whole
 * request to the service.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
 */
export const openPassthrough: Rule = {
  code: 'open-passthrough',
  severity: 'error',
  *check(model) {
    for (const {
      route,
      view: { type, target, requestTemplates, passthroughBehavior },
    } of listRawIntegrations(model)) {
      if (type !== 'aws' || target !== 'service' || passthroughBehavior !== 'when_no_match') continue;
      const types = Object.keys(requestTemplates);
      if (types.length === 0) continue;
      yield {
        at: placeOf(route),
        message: `a body that is not ${joinWords(
          types.map((name) => `\`${name}\``),
          'or',
        )} bypasses the templates of \`@AwsIntegration\`: the caller controls the whole request to the service, with the permissions of the role`,
        fix: "Set `passthroughBehavior: 'never'`.",
      };
    }
  },
};
