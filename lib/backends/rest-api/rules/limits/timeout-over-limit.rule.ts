import type { Integration } from '../../../../model/gateway-model.js';
import { DEFAULT_TIMEOUT, timeoutOf } from '../../../../model/timeout-of.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** More than 29 s needs a raised quota, which regional and private APIs alone can have; import refuses it otherwise. */
export const timeoutOverLimit: Rule = {
  code: 'timeout-over-limit',
  severity: 'error',
  *check({ routes, settings }) {
    const limit = settings.limits.timeout ?? DEFAULT_TIMEOUT;
    for (const route of routes) {
      if (!route.integration || isStream(route.integration)) continue;
      const timeout = timeoutOf(route.integration);
      if (timeout === undefined || timeout <= limit) continue;
      yield {
        at: placeOf(route),
        message: `the timeout of ${timeout} ms is over API Gateway's limit of ${limit} ms`,
        fix: `Set at most ${limit}, or name the raised quota: \`forRoot({ limits: { timeout: ${timeout} } })\`.`,
      };
    }
  },
};

/** A stream may take 15 minutes, which is all that the option takes. */
function isStream(integration: Integration): boolean {
  return integration.kind === 'raw' && integration.object['responseTransferMode'] === 'STREAM';
}
