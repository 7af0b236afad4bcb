import { anyOrigin } from '../../../../model/any-origin.js';
import { isObject } from '../../../../openapi/openapi.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** Of several origins the right one is chosen in a response template; `@AwsIntegration` is not given one of ours. */
export const corsWithoutTemplate: Rule = {
  code: 'cors-without-template',
  severity: 'warning',
  *check({ routes }) {
    for (const route of routes) {
      const { cors, integration } = route;
      if (integration?.kind !== 'raw' || !cors || cors.allowOrigins.length < 2 || anyOrigin(cors)) continue;
      const { type, responses } = integration.object;
      // A proxied backend answers its own headers.
      if (/_proxy$/i.test(String(type))) continue;
      const unable = Object.entries(isObject(responses) ? responses : {})
        .filter(([, response]) => isObject(response) && response['responseTemplates'] === undefined)
        .map(([pattern]) => `\`${pattern}\``);
      if (unable.length === 0) continue;
      yield {
        at: placeOf(route),
        message: `the responses ${unable.join(', ')} of \`@AwsIntegration\` have no template in which one of several origins could be chosen, so they answer the first`,
        fix: 'Give each response `responseTemplates`, or allow one origin.',
      };
    }
  },
};
