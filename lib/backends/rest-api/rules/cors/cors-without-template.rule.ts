import { anyOrigin } from '../../../../model/cors/any-origin.js';
import { isObject } from '../../../../openapi/openapi.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';
import { joinWords } from '../../../../options/join-words.js';

/** A response template chooses one of several origins. This library adds none to `@AwsIntegration`. */
export const corsWithoutTemplate: Rule = {
  code: 'cors-without-template',
  severity: 'warning',
  *check({ routes }) {
    for (const route of routes) {
      const { cors, integration, responder } = route;
      if (
        integration?.kind !== 'raw' ||
        !cors ||
        (cors.allowOrigins.length < 2 && !cors.originList) ||
        anyOrigin(cors)
      )
        continue;
      const { responses } = integration.object;
      // A proxied backend answers its own headers.
      if (responder?.proxied) continue;
      const unable = Object.entries(isObject(responses) ? responses : {})
        .filter(([, response]) => isObject(response) && response['responseTemplates'] === undefined)
        .map(([pattern]) => `\`${pattern}\``);
      if (unable.length === 0) continue;
      yield {
        at: placeOf(route),
        message: `${unable.length > 1 ? 'the responses' : 'the response'} ${joinWords(unable)} of \`@AwsIntegration\` ${unable.length > 1 ? 'have' : 'has'} no template that can choose one of several origins: ${cors.originList ? 'no caller gets one' : 'every caller gets the first origin'}`,
        fix: 'Add `responseTemplates` to each response, or set one origin in `allowOrigins`.',
      };
    }
  },
};
