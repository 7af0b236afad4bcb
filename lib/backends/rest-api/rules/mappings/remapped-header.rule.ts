import type { Integration } from '../../../../model/integrations/integration.js';
import { listMappings } from './list-mappings.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/**
 * Headers that a response cannot set: API Gateway renames them.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export const remappedHeader: Rule = {
  code: 'remapped-header',
  severity: 'warning',
  *check({ routes }) {
    for (const route of routes) {
      for (const name of new Set(listHeaders(route.integration))) {
        if (!REMAPPED.includes(name.toLowerCase())) continue;
        yield {
          at: placeOf(route),
          message: `the response header \`${name}\` is sent to the caller as \`x-amzn-Remapped-${name}\``,
          fix: 'Remove the header, or rename it.',
        };
      }
    }
  },
};

const REMAPPED =
  'authorization connection content-length content-md5 date expect host max-forwards proxy-authenticate server trailer upgrade user-agent www-authenticate'.split(
    ' ',
  );

function listHeaders(integration: Integration | undefined): readonly string[] {
  if (integration?.kind === 'mock') return Object.keys(integration.headers);
  return listMappings(integration)
    .filter(({ key }) => key.startsWith(TARGET))
    .map(({ key }) => key.slice(TARGET.length));
}

const TARGET = 'method.response.header.';
