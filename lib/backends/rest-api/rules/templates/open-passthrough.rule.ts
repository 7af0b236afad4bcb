import { listRawIntegrations } from '../list-raw-integrations.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/**
 * A body whose content type has no template passes as it is: the caller then writes the whole request to the service.
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
        message: `a body of another type than ${types.map((name) => `\`${name}\``).join(', ')} passes by the templates of \`@AwsIntegration\`: the service then does what the caller writes, with the rights of the role`,
        fix: "Set `passthroughBehavior: 'never'`.",
      };
    }
  },
};
