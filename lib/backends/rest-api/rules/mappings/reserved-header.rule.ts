import type { Integration } from '../../../../model/integrations/integration.js';
import { viewRawIntegration } from '../../../../model/integrations/view-raw-integration.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/**
 * Headers that API Gateway sets itself: import accepts a mapping to them, but every call returns 500.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export const reservedHeader: Rule = {
  code: 'reserved-header',
  severity: 'error',
  *check({ routes }) {
    for (const route of routes) {
      for (const name of listHeaders(route.integration)) {
        yield {
          at: placeOf(route),
          message: `API Gateway sets the request header \`${name}\` itself: every call with a mapping to it returns 500`,
          fix: 'Remove the mapping, or map the value to a header with another name.',
        };
      }
    }
  },
};

const ALWAYS = ['content-length', 'transfer-encoding', 'x-amzn-trace-id', 'x-amzn-apigateway-api-id'];
/** API Gateway signs the calls of AWS services. */
const OF_SIGNED = ['authorization', 'connection', 'expect', 'proxy-authenticate', 'te'];

function listHeaders(integration: Integration | undefined): readonly string[] {
  if (integration?.kind === 'service') {
    return Object.keys(integration.options.headers ?? {}).filter((name) => isReserved(name, true));
  }
  if (integration?.kind === 'http')
    return Object.keys(integration.headers ?? {}).filter((name) => isReserved(name, false));
  if (integration?.kind !== 'raw') return [];
  const { type, requestParameters } = viewRawIntegration(integration);
  return Object.keys(requestParameters)
    .filter((key) => key.startsWith(TARGET))
    .map((key) => key.slice(TARGET.length))
    .filter((name) => isReserved(name, type.startsWith('aws')));
}

function isReserved(name: string, signed: boolean): boolean {
  return [...ALWAYS, ...(signed ? OF_SIGNED : [])].includes(name.toLowerCase());
}

const TARGET = 'integration.request.header.';
