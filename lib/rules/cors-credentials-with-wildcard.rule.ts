import { anyOrigin } from '../model/cors/any-origin.js';
import type { Cors } from '../model/cors/cors.js';
import { placeOf, type Rule } from './rule.js';
import { joinWords } from '../options/join-words.js';

/** Browsers reject a response that allows credentials together with `*`. */
export const corsCredentialsWithWildcard: Rule = {
  code: 'cors-credentials-with-wildcard',
  severity: 'error',
  *check({ paths }) {
    for (const { routes } of paths) {
      const route = routes.find(({ cors }) => cors?.allowCredentials && wildcards(cors).length > 0);
      if (!route) continue;
      yield {
        at: placeOf(route),
        message: `\`allowCredentials\` is combined with \`*\` in ${joinWords(wildcards(route.cors!).map((name) => `\`${name}\``))}`,
        fix: 'List the origins and headers by name, or remove `allowCredentials`: browsers reject the combination.',
      };
    }
  },
};

function wildcards(cors: Cors): readonly string[] {
  const { allowHeaders = [], exposeHeaders = [] } = cors;
  return [
    ...(anyOrigin(cors) ? ['allowOrigins'] : []),
    ...(allowHeaders.includes('*') ? ['allowHeaders'] : []),
    ...(exposeHeaders.includes('*') ? ['exposeHeaders'] : []),
  ];
}
