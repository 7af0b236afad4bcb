import type { Origin } from '../model/routes/route.js';
import { formatDeployValue } from '../values/deploy-value.js';
import { placeOf, type Rule } from './rule.js';
import { joinWords } from '../options/join-words.js';

const FROM: Readonly<Record<Origin['level'], string>> = {
  handler: '',
  class: ' of its class',
  module: ' of `forRoot`',
  application: '',
  default: '',
};

/**
 * Browsers send preflights without credentials: an authorizer or an API key on an OPTIONS handler rejects all of them.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
export const guardedPreflight: Rule = {
  code: 'guarded-preflight',
  severity: 'error',
  *check({ routes, authorizers }) {
    for (const route of routes) {
      const { method, authorizer, apiKey, origins } = route;
      if (method !== 'options' || (!authorizer && !apiKey)) continue;
      const asked: string[] = [];
      const remedies: string[] = [];
      if (authorizer) {
        const name = formatDeployValue(authorizers[authorizer.index]!.name);
        asked.push(`the authorizer \`${name}\`${FROM[origins.authorizer.level]}`);
        remedies.push('`@AwsPublic()`');
      }
      if (apiKey) {
        asked.push(`the API key${FROM[origins.apiKey.level]}`);
        remedies.push('`@AwsApiKey(false)`');
      }
      yield {
        at: placeOf(route),
        message: `this handler answers OPTIONS, but ${joinWords(asked)} ${asked.length > 1 ? 'reject' : 'rejects'} every preflight: browsers send preflights without credentials`,
        fix: `Add ${joinWords(remedies)} to the handler, or replace the handler with \`@AwsCors\`.`,
      };
    }
  },
};
