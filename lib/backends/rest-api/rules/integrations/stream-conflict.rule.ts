import { placeOf, type Rule } from '../../../../rules/rule.js';
import type { RestApi } from '../../rest-api-output.js';

/**
 * API Gateway neither compresses nor caches a response that it streams.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
 */
export const streamConflict: Rule<RestApi> = {
  code: 'stream-conflict',
  severity: 'warning',
  *check({ routes, settings }, { operations }) {
    for (const route of routes) {
      const integration = operations.get(route)?.integration;
      if (integration?.['responseTransferMode'] !== 'STREAM') continue;
      if (settings.minimumCompressionSize !== undefined) {
        yield {
          at: placeOf(route),
          message:
            'the route streams its response, but `forRoot({ minimumCompressionSize })` compresses responses: API Gateway does not do both',
          fix: 'Remove `minimumCompressionSize` and compress in the function or the backend, or remove `streaming`.',
        };
      }
      if (integration['cacheKeyParameters'] !== undefined || integration['cacheNamespace'] !== undefined) {
        yield {
          at: placeOf(route),
          message: 'the route streams its response, but has keys of a cache: API Gateway caches no stream',
          fix: "Remove the cache keys, or set `responseTransferMode: 'BUFFERED'`.",
        };
      }
    }
  },
};
