import { anyOrigin } from '../model/any-origin.js';
import type { Cors } from '../model/gateway-model.js';
import { placeOf, type Rule } from './rule.js';

/** Browsers refuse an answer that allows credentials to any origin, or with any header. */
export const corsCredentialsWithWildcard: Rule = {
  code: 'cors-credentials-with-wildcard',
  severity: 'error',
  *check({ paths }) {
    for (const { routes } of paths) {
      const route = routes.find(({ cors }) => cors?.allowCredentials && wildcards(cors).length > 0);
      if (!route) continue;
      yield {
        at: placeOf(route),
        message: `\`allowCredentials\` stands beside \`*\` in ${wildcards(route.cors!)
          .map((name) => `\`${name}\``)
          .join(' and ')}`,
        fix: 'Name the origins and headers, or remove `allowCredentials`: browsers refuse the two together.',
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
